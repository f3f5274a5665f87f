package dev.upswell.simulate;

import dev.upswell.simulate.WorldSettings.Turns;
import java.io.IOException;

/// A simulated TikTok, ready to be written: what a provider would show of it, and the truth apart.
///
/// Each writer lets the same world happen again from its settings, so the files agree, may be written in any order or alone,
/// and none needs more memory than the entities that live at one instant. The caller owns the output: it opens,
/// compresses, flushes and closes.
///
/// **errors** `IOException` only from the caller's output · **cost** see `docs/simulated-world.md`.
public final class SimulatedWorld {

    private final WorldSettings settings;
    private final Turns turns;

    private SimulatedWorld(WorldSettings settings, Turns turns) {
        this.settings = settings;
        this.turns = turns;
    }

    /// The world of these settings.
    public static SimulatedWorld of(WorldSettings settings) {
        return new SimulatedWorld(settings, Turns.NONE);
    }

    /// The same world whose market changes: until then it is the same, reading by reading.
    public SimulatedWorld changing(Turns change) {
        return new SimulatedWorld(settings, change);
    }

    /// The settings it was made from.
    public WorldSettings settings() {
        return settings;
    }

    /// Writes the format `upswell-observations`: a header, then one reading a row in order of arrival.
    ///
    /// @return rows written, repeated and malformed ones included, the header not
    public long writeObservations(Appendable out) throws IOException {
        out.append(ObservationRow.HEADER).append('\n');
        World world = new World(settings, turns);
        Observer observer = new Observer(settings, out);
        while (!world.isOver()) {
            world.advance();
            observer.look(world);
        }
        observer.finish();
        return observer.written();
    }

    /// Writes the format `upswell-videos`: one JSON object a line in order of posting, some lines malformed.
    ///
    /// @return lines written
    public long writeVideos(Appendable out) throws IOException {
        World world = new World(settings, turns);
        Dice dice = Dice.of(settings.seed(), "video-lines", 0);
        double brokenShare = settings.faults().malformedRows() / 5.0 / Math.max(1, settings.population().videos());
        int broken = 0;
        long written = 0;
        while (!world.isOver()) {
            world.advance();
            for (Clip clip : world.posted()) {
                String line = VideoLine.of(clip.traits());
                out.append(line).append('\n');
                written++;
                if (dice.chance(brokenShare)) {
                    out.append(Malformed.of(broken++).breakVideo(line)).append('\n');
                    written++;
                }
            }
        }
        return written;
    }

    /// Writes the truth about this world, which no product file holds: `fact,kind,id,at,value`.
    ///
    /// @return rows written, the header not
    public long writeTruth(Appendable out) throws IOException {
        World world = new World(settings, turns);
        Truth truth = new Truth(settings, turns, world, out);
        truth.begin();
        while (!world.isOver()) {
            world.advance();
            truth.look();
        }
        return truth.written();
    }
}
