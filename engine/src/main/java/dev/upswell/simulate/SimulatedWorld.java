package dev.upswell.simulate;

import dev.upswell.numeric.Dice;
import dev.upswell.simulate.WorldSettings.Turns;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    /// Writes what owners export of how their own videos are watched: a header titled as exports of TikTok Studio are, then a
    /// row a video and day, as it was told a day and more later. Every sixth creator is an owner.
    ///
    /// @return rows written, the header not
    public long writeStudioExport(Appendable out) throws IOException {
        World world = new World(settings, turns);
        StudioExport export = new StudioExport(settings.seed(), world, out);
        export.begin();
        while (!world.isOver()) {
            world.advance();
            export.look();
        }
        return export.written();
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

    /// The same world from its beginning, let pass by whoever asks for it: for servers that show what a provider shows.
    public Passing passing() {
        return new Passing(new World(settings, turns));
    }

    /// A world as it passes, of which one sees the present alone. Not for several threads at once.
    public static final class Passing {

        private final World world;
        private final Map<Meme, Integer> places = new IdentityHashMap<>();

        private Passing(World world) {
            this.world = world;
            List<Meme> memes = world.outbreaks().memes();
            for (int i = 0; i < memes.size(); i++) {
                places.put(memes.get(i), i);
            }
        }

        /// A video that can be seen, with exact counters.
        ///
        /// @param seconds how long it lasts
        public record Shown(String id, Instant createdAt, int seconds, String caption, Poster creator, Tally sound,
                List<Tally> hashtags, long views, long likes, long comments, long shares, long saves) {
        }

        /// Whoever posted it.
        ///
        /// @param region ISO 3166 code
        public record Poster(String handle, String name, String region, long followers, long likes, long posts) {
        }

        /// A hashtag or sound with exact counters.
        ///
        /// @param name of a hashtag with its sign
        public record Tally(String id, String name, long views, long posts) {
        }

        /// The present.
        public Instant now() {
            return Instant.ofEpochSecond(world.now());
        }

        /// Lets one cadence pass; false, and nothing passes, when the time of observation is over.
        public boolean advance() {
            if (world.isOver()) {
                return false;
            }
            world.advance();
            return true;
        }

        /// The videos of the last days that are not deleted, the newest first.
        public List<Shown> videos() {
            long now = world.now();
            return world.watched().stream().filter(clip -> !clip.isDeleted(now)).map(this::shown)
                    .sorted(Comparator.comparing(Shown::createdAt).thenComparing(Shown::id).reversed()).toList();
        }

        private Shown shown(Clip clip) {
            Clip.Traits traits = clip.traits();
            Creator creator = traits.creator();
            Poster poster = new Poster(creator.handle(), creator.name(), creator.home().region().name(),
                    creator.followers(), creator.likes(), creator.posts());
            return new Shown(traits.id(), Instant.ofEpochSecond(traits.createdAt()), traits.seconds(),
                    traits.caption(), poster, tally(traits.sound()),
                    traits.hashtags().stream().map(this::tally).toList(), clip.views(), clip.likes(), clip.comments(),
                    clip.shares(), clip.saves());
        }

        private Tally tally(Meme meme) {
            Spread spread = world.outbreaks().spread(Objects.requireNonNull(places.get(meme), meme.id()));
            return new Tally(meme.id(), meme.name(), spread.views(), spread.posts());
        }
    }
}
