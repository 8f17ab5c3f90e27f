import '@takt/ui/styles.css';
import './gallery.css';
import {
  applyLook,
  createRuntime,
  DEFAULT_LOOK,
  RuntimeProvider,
  startTexts,
  Toasts,
  type Theme,
} from '@takt/ui';
import { createRoot } from 'react-dom/client';
import { Gallery } from './gallery';

/** `?surface=floor&theme=dark&language=zh-CN`: what is shown comes from the address, so that each view can be linked. */
const asked = new URLSearchParams(location.search);
const surface = asked.get('surface') === 'office' ? 'office' : 'floor';
const runtime = createRuntime({ tokenKey: 'gallery.log-in', clientVersion: 'gallery', look: DEFAULT_LOOK });
runtime.look.setState({
  theme: (asked.get('theme') ?? 'light') as Theme,
  language: asked.get('language') === 'zh-CN' ? 'zh-CN' : 'en',
  pxPerMm: Number(asked.get('mm') ?? 6),
});
runtime.clock.set({ now: '2026-03-11T09:12:40Z', rate: 1 });
startTexts(runtime.look, { en: {}, 'zh-CN': {} });
applyLook(runtime.look, surface);

createRoot(document.getElementById('root') as HTMLElement).render(
  <RuntimeProvider runtime={runtime}>
    <Gallery surface={surface} part={asked.get('part')} />
    <Toasts />
  </RuntimeProvider>,
);
