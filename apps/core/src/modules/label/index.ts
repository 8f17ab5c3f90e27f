export { LabelModule } from './label.module';
