import { CreatePlatform1764000000000 } from './1764000000000-create-platform';
import { CreatePlantAndAccess1795335765478 } from './1795335765478-create-plant-and-access';
import { CreateChannel1795335892178 } from './1795335892178-create-channel';
import { CreateProduct1795337521394 } from './1795337521394-create-product';
import { CreateAndonCall1795338562658 } from './1795338562658-create-andon-call';
import { CreatePeople1795338741155 } from './1795338741155-create-people';
import { CreateOrders1795340620048 } from './1795340620048-create-orders';
import { CreateTelemetry1795341769715 } from './1795341769715-create-telemetry';
import { CreateDeviceMessage1795341769716 } from './1795341769716-create-device-message';
import { CreateScheduling1795342420006 } from './1795342420006-create-scheduling';
import { CreateImport1795343195123 } from './1795343195123-create-import';
import { AddStockBooking1795344585918 } from './1795344585918-add-stock-booking';
import { AddWebhook1795345022448 } from './1795345022448-add-webhook';
import { CreatePerformance1795346227619 } from './1795346227619-create-performance';
import { CreateQuality1795346309971 } from './1795346309971-create-quality';
import { CreateHandover1795348271984 } from './1795348271984-create-handover';
import { CreateDeviceCommand1795348570922 } from './1795348570922-create-device-command';
import { IndexLotExpiry1795349276495 } from './1795349276495-index-lot-expiry';
import { IndexWorkTimes1795350689237 } from './1795350689237-index-work-times';
import { KeepNoticeDue1795351089259 } from './1795351089259-keep-notice-due';
import { IndexFigureTimes1795360079606 } from './1795360079606-index-figure-times';
import { AddReportSubscription1795369537000 } from './1795369537000-add-report-subscription';
import { AddInstructions1795370622144 } from './1795370622144-add-instructions';
import { AddReadings1795371283498 } from './1795371283498-add-readings';
import { CountFiguresAnew1795372000000 } from './1795372000000-count-figures-anew';
import { AddItemGtin1795381996950 } from './1795381996950-add-item-gtin';
import { AddStockShortfall1795416195469 } from './1795416195469-add-stock-shortfall';
import { TieReasonsToStations1795416512722 } from './1795416512722-tie-reasons-to-stations';
import { SupplementHandover1795416525685 } from './1795416525685-supplement-handover';
import { IndexLotMovements1795417384476 } from './1795417384476-index-lot-movements';
import { AddNoteInTwoLanguages1795419541973 } from './1795419541973-add-note-in-two-languages';

/** Every migration, oldest first; append only. */
export const migrations = [
  CreatePlatform1764000000000,
  CreatePlantAndAccess1795335765478,
  CreateChannel1795335892178,
  CreateProduct1795337521394,
  CreateAndonCall1795338562658,
  CreatePeople1795338741155,
  CreateOrders1795340620048,
  CreateTelemetry1795341769715,
  CreateDeviceMessage1795341769716,
  CreateScheduling1795342420006,
  CreateImport1795343195123,
  AddStockBooking1795344585918,
  AddWebhook1795345022448,
  CreatePerformance1795346227619,
  CreateQuality1795346309971,
  CreateHandover1795348271984,
  CreateDeviceCommand1795348570922,
  IndexLotExpiry1795349276495,
  IndexWorkTimes1795350689237,
  KeepNoticeDue1795351089259,
  IndexFigureTimes1795360079606,
  AddReportSubscription1795369537000,
  AddInstructions1795370622144,
  AddReadings1795371283498,
  CountFiguresAnew1795372000000,
  AddItemGtin1795381996950,
  AddStockShortfall1795416195469,
  TieReasonsToStations1795416512722,
  SupplementHandover1795416525685,
  IndexLotMovements1795417384476,
  AddNoteInTwoLanguages1795419541973,
] as const;
