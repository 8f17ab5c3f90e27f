import { ExplainStops } from '../../components/explain-stops';
import { FloorFrame } from '../../components/floor-frame';
import { useFloorText } from '../../lib/texts';
import { useFloorScan } from '../../lib/use-floor-scan';
import { useUnexplained } from './unexplained-stops';
import { useStationId } from './use-station';

/** Why the station stood still: its stops without a reason, each explained by one tap. */
export function StationStopsPage() {
  const say = useFloorText();
  const station = useStationId();
  const stops = useUnexplained(station);
  useFloorScan();
  return (
    <FloorFrame title={say('stops.title')} back={`/operator?station=${station}`}>
      <ExplainStops stops={stops} />
    </FloorFrame>
  );
}
