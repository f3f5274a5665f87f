package dev.upswell.server.collect.count;

import dev.upswell.content.EntityKind;
import dev.upswell.content.Video;
import dev.upswell.server.collect.RowNote;
import dev.upswell.server.collect.RowResult;
import dev.upswell.timeline.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the rows of a file say as a whole: its entities, its time range, and what is worth a note.
///
/// It is counted from the rows and not from what is stored, so an import that was interrupted and goes on, or one that
/// finds only duplicates, reports the same. **cost** 16 bytes a reading and an entity, up to five million of each: behind
/// that the counts are least counts, and the notes say so.
public final class Tally {

    private static final int MOST = 5_000_000;
    private static final int MOST_SOURCES = 1_000;
    private static final long WINDOW_SECONDS = 15 * 60;

    private final Map<EntityKind, LongSet> entities = new EnumMap<>(EntityKind.class);
    private final Map<RowNote, Long> notes = new EnumMap<>(RowNote.class);
    private final Set<String> sources = new TreeSet<>();
    private final LongSet readings = new LongSet();
    private final LongSet windows = new LongSet();
    private final int most;
    /// The source of the reading before.
    private String source = "";
    private int distinctEntities;
    private long sharingWindow;
    private @Nullable Instant from;
    private @Nullable Instant to;

    /// A tally that tells five million readings and entities apart.
    public Tally() {
        this(MOST);
    }

    /// @param most entities, and readings, that are told apart
    Tally(int most) {
        this.most = most;
    }

    /// Counts a row.
    public void count(RowResult.Mapped row) {
        for (Observation reading : row.observations()) {
            count(reading);
        }
        for (Video video : row.content()) {
            count(video.id().kind(), new Fingerprint().add(video.id()).value());
        }
        for (RowNote note : row.notes()) {
            notes.merge(note, 1L, Long::sum);
        }
    }

    private void count(EntityKind kind, long entity) {
        if (distinctEntities < most && entities.computeIfAbsent(kind, _ -> new LongSet()).add(entity)) {
            distinctEntities++;
        }
    }

    private void count(Observation reading) {
        long entity = new Fingerprint().add(reading.entity()).value();
        count(reading.entity().kind(), entity);
        if (!reading.source().equals(source) && sources.size() < MOST_SOURCES) {
            source = reading.source();
            sources.add(source);
        }
        Instant at = reading.observedAt();
        from = from == null || at.isBefore(from) ? at : from;
        to = to == null || at.isAfter(to) ? at : to;
        if (readings.size() < most) {
            long series = new Fingerprint().add(entity).add(reading.source()).value();
            long exact = new Fingerprint().add(series).add(at.getEpochSecond()).add(at.getNano())
                    .add(reading.counts().hashCode()).value();
            long window = new Fingerprint().add(series).add(Math.floorDiv(at.getEpochSecond(), WINDOW_SECONDS)).value();
            if (readings.add(exact) && !windows.add(window)) {
                sharingWindow++;
            }
        }
    }

    /// Time of the earliest reading; `null` when there is none.
    public @Nullable Instant from() {
        return from;
    }

    /// Time of the latest reading; `null` when there is none.
    public @Nullable Instant to() {
        return to;
    }

    /// The sources that gave a reading, in alphabetical order; of more than a thousand the first thousand of the file.
    public Set<String> sources() {
        return sources;
    }

    /// Distinct entities by kind.
    public Map<EntityKind, Long> entities() {
        Map<EntityKind, Long> counts = new EnumMap<>(EntityKind.class);
        entities.forEach((kind, ids) -> counts.put(kind, (long) ids.size()));
        return counts;
    }

    /// The notes, each with the number of rows it concerns.
    public List<String> notes() {
        List<String> texts = new ArrayList<>();
        notes.forEach((note, rows) -> texts.add(rows + (rows == 1 ? " row: " : " rows: ") + note.meaning()));
        if (sharingWindow > 0) {
            texts.add((readings.size() < most ? "" : "at least ") + sharingWindow
                    + (sharingWindow == 1 ? " reading shares" : " readings share")
                    + " a 15-minute window with another reading of the same entity and source; all are kept, and what was"
                    + " known at a time is the latest reading until then");
        }
        if (distinctEntities >= most) {
            texts.add("the file is about more entities than are counted: the numbers of entities are least numbers");
        }
        return texts;
    }
}
