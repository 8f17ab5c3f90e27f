/**
 * What the browser apps are built of: look (themes, sizes in mm, contrast), parts for gloves and for desks, and the plumbing to
 * core (routes, socket, factory clock, texts). Browser only; an app also imports `@takt/ui/styles.css`.
 */
export { contrast, luminance } from './look/contrast';
export { applyLook, DEFAULT_LOOK, THEMES, type Look, type LookStore, type Theme } from './look/look';

export { formatDuration, formatFromNow, formatLateness, formatPlanned, formatTimer } from './format/duration';
export {
  formatDay,
  formatSeconds,
  formatSpan,
  formatTime,
  formatWhen,
  type InstantLike,
  type Place,
} from './format/instant';
export {
  formatDifference,
  formatMoney,
  formatNumber,
  formatPercent,
  formatQty,
  NO_VALUE,
} from './format/number';
export {
  daysBetween,
  fromFieldText,
  instantOf,
  offsetMs,
  startOfDay,
  toFieldText,
  wallClock,
  type WallClock,
} from './format/zone';

export { startTexts, useText, useUiText, type Say, type TextKey, type Texts, type UiKey } from './i18n/texts';
export { Icon } from './icon/icon';
export { iconPaths, type IconName } from './icon/paths';

export { ApiClient, type ApiSurroundings, type CallOptions } from './api/api-client';
export { faultAt, NoReplyError, otherFaults, ProblemError, problemOf } from './api/problem-error';
export { readKey, type ReadKey } from './api/query';
export { TokenStore, type Keep, type LogIn } from './api/token-store';
export { FactoryClock, type ClockReading } from './clock/factory-clock';
export { connectionState, type ConnectionFacts, type ConnectionState } from './live/connection';
export { FloorSocket, type SocketListener, type SocketSurroundings } from './live/floor-socket';
export { createRuntime, newCommandId, type Runtime, type RuntimeOptions } from './runtime/runtime';
export { RuntimeProvider, useRuntime } from './runtime/runtime-context';
export { usePages, useRead, useWrite, type CallError, type ReadOptions, type Write } from './runtime/use-api';
export { useClockKnown } from './runtime/use-clock-known';
export { useConnection, type Connection } from './runtime/use-connection';
export { useFactoryNow } from './runtime/use-factory-now';
export { useFormat, type Format } from './runtime/use-format';
export { useLook } from './runtime/use-look';
export { useSession } from './runtime/use-session';

export {
  andonSigns,
  andonTones,
  operationSigns,
  riskSigns,
  stationSigns,
  type Sign,
  type Tone,
} from './state/tone';
export { StateBadge, type StateBadgeProps } from './state/state-badge';
export { Button, type ButtonProps } from './button/button';
export { ConnectionIndicator, type ConnectionIndicatorProps } from './floor/connection-indicator';
export { Figure, type FigureProps } from './floor/figure';
export { EMPTY_ENTRY, press, type Entry, type EntryLimits, type Key } from './floor/keypad-entry';
export { Keypad, type KeypadProps } from './floor/keypad';
export { rankTiles, TILES_MAX, type TileChoice } from './floor/rank-tiles';
export { ReasonTiles, type ReasonTile, type ReasonTilesProps } from './floor/reason-tiles';
export { UndoBar, UNDO_SECONDS, type UndoBarProps } from './floor/undo-bar';
export { ChangeBanner, type ChangeBannerProps } from './notice/change-banner';
export {
  byWords,
  idsAsNames,
  loginsToo,
  noticeWords,
  triggerWords,
  type NameBook,
  type NoticeReader,
  type NoticeWords,
} from './notice/notice-words';

export {
  EmptyState,
  ErrorState,
  LoadingState,
  PageState,
  StaleNote,
  WhenLoaded,
  type Loaded,
} from './page/page-state';
export { ErrorBoundary } from './page/error-boundary';
export { DataTable, type Column, type DataTableProps, type Sorting } from './data/data-table';
export { exportRows, saveFile } from './data/export';
export { toCsv } from './data/csv';
export { listLines, type ListLine, type Urgency } from './data/sections';
export { FieldShell, FormFaults, type FieldProps } from './form/field-shell';
export {
  CheckField,
  ChoiceField,
  DayField,
  InstantField,
  NumberField,
  TextField,
  TimeField,
  type Choice,
} from './form/fields';
export { Form, FormNote, FormRow } from './form/form';
export { Sheet, SheetActions, type SheetProps } from './overlay/sheet';
export { Tabs, type Tab, type TabsProps } from './overlay/tabs';
export { showError, showToast, type Toast } from './overlay/toast-store';
export { Toasts } from './overlay/toasts';
export { CommandBar, type CommandBarProps } from './command/command-bar';
export { useCommands } from './command/command-store';
export { rankCommands, type Command } from './command/rank';

export { giveFeedback, type Feedback } from './scan/feedback';
export { announceCode, useWedge } from './scan/use-wedge';
export { WedgeReader, type WedgeAnswer } from './scan/wedge';
export type { KeyStroke } from './scan/key-character';

export { Sparkline, type SparklineProps } from './charts/sparkline';
export { Chart, type ChartProps } from './charts/chart';
export type { ChartData, ChartSeries } from './charts/chart-option';
export { Gantt, type GanttProps } from './gantt/gantt';
export type { GanttBar, GanttPlan, GanttRow, Span } from './gantt/plan';
export { SearchField, SearchManyField, type SearchFieldProps } from './form/search-field';
