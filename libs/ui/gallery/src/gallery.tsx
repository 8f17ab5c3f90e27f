import { floorParts } from './floor-parts';
import { officeParts } from './office-parts';

/** Every part of a surface, or one of them. */
export function Gallery({ surface, part }: { surface: 'floor' | 'office'; part: string | null }) {
  const parts = (surface === 'floor' ? floorParts : officeParts).filter(
    ({ id }) => part === null || id === part,
  );
  return (
    <main className="gallery">
      <h1>{surface}</h1>
      {parts.map(({ id, show: Show }) => (
        <section key={id} className="part" id={id} aria-label={id}>
          <h2>{id}</h2>
          <Show />
        </section>
      ))}
    </main>
  );
}
