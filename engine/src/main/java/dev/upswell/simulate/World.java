package dev.upswell.simulate;

import dev.upswell.content.EntityKind;
import dev.upswell.numeric.Dice;
import dev.upswell.simulate.WorldSettings.Turns;
import java.util.ArrayList;
import java.util.List;

/// The simulated TikTok itself, advanced one cadence at a time; it holds entities, never their history.
final class World {

    private static final int BOUGHT_VIDEOS = 3;
    private static final long DAY_SECONDS = 86_400;

    private final WorldSettings settings;
    private final Founding founding;
    private final Outbreaks outbreaks;
    private final Dice[] memeDice;
    private final List<Creator> creators;
    private final Studio studio;
    private final long lastWatchSeconds;
    private List<Clip> watched = new ArrayList<>();
    private final List<Clip> posted = new ArrayList<>();
    private long now;

    World(WorldSettings settings, Turns turns) {
        this.settings = settings;
        founding = new Founding(settings);
        outbreaks = Outbreaks.of(founding.memes(), turns);
        memeDice = new Dice[outbreaks.memes().size()];
        for (int i = 0; i < memeDice.length; i++) {
            memeDice[i] = Dice.of(settings.seed(), "path", i);
        }
        creators = founding.creators();
        studio = new Studio(settings, outbreaks);
        lastWatchSeconds = settings.watches().isEmpty() ? 0 : settings.watches().getLast().untilAge().toSeconds();
        now = settings.start().getEpochSecond();
    }

    /// Whether the time of observation is over.
    boolean isOver() {
        return now >= settings.end().getEpochSecond();
    }

    /// Lets one cadence pass.
    void advance() {
        long from = now;
        now += settings.cadence().toSeconds();
        posted.clear();
        passOutbreaks(from);
        for (Creator creator : creators) {
            creator.pass(settings.stepHours());
            for (int i = creator.postsIn(settings.stepHours(), (int) (from / 3600 % 24)); i > 0; i--) {
                post(studio.video(creator, within(from, creator.dice())));
            }
        }
        passClips(from);
    }

    private void passOutbreaks(long from) {
        boolean[] boosted = new boolean[memeDice.length];
        for (int i = 0; i < boosted.length; i++) {
            boosted[i] = outbreaks.spread(i).boosted();
        }
        outbreaks.step(from, settings.stepHours(), memeDice);
        for (int i = 0; i < boosted.length; i++) {
            Meme meme = outbreaks.memes().get(i);
            if (!boosted[i] && outbreaks.spread(i).boosted() && meme.kind() == EntityKind.HASHTAG) {
                dress(meme, from);
            }
            if (meme.purge().epochSecond() > from && meme.purge().epochSecond() <= now) {
                outbreaks.spread(i).purge(meme.purge().share());
            }
        }
    }

    private void dress(Meme boosted, long from) {
        Creator farm = creators.get(creators.size() - 1 - (boosted.name().length() & 1));
        for (int i = 0; i < BOUGHT_VIDEOS; i++) {
            post(studio.bought(farm, boosted, within(from, farm.dice())));
        }
    }

    private long within(long from, Dice dice) {
        return from + 1 + (long) (dice.unit() * (settings.cadence().toSeconds() - 1));
    }

    private void post(Clip clip) {
        clip.traits().creator().posted();
        posted.add(clip);
    }

    private void passClips(long from) {
        List<Clip> kept = new ArrayList<>(watched.size() + posted.size());
        boolean hour = now % 3600 == 0;
        for (Clip clip : watched) {
            boolean young = now - clip.traits().createdAt() <= DAY_SECONDS;
            if (young || hour) {
                clip.step(young ? settings.stepHours() : 1, season(clip, from), now);
            }
            if (!clip.isDeleted(now) && now - clip.traits().createdAt() <= lastWatchSeconds) {
                kept.add(clip);
            }
        }
        posted.sort((a, b) -> Long.compare(a.traits().createdAt(), b.traits().createdAt()));
        for (Clip clip : posted) {
            clip.step((now - clip.traits().createdAt()) / 3600.0, season(clip, from), now);
            kept.add(clip);
        }
        watched = kept;
    }

    private double season(Clip clip, long from) {
        return founding.season(clip.traits().creator().topic()).at(from);
    }

    /// The present epoch second.
    long now() {
        return now;
    }

    Outbreaks outbreaks() {
        return outbreaks;
    }

    List<Creator> creators() {
        return creators;
    }

    /// The videos that are still read, those posted in the last step included.
    List<Clip> watched() {
        return watched;
    }

    /// The videos posted in the last step, by time of posting.
    List<Clip> posted() {
        return posted;
    }
}
