package dev.upswell.simulate;

import dev.upswell.numeric.Dice;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The provider's eye: reads the world at each cadence and sends what it saw, with everything that goes wrong on the way.
///
/// A source answers with a whole list at once, some seconds after the full quarter; pages follow each other by a second.
/// Creators and sounds are read hourly, hashtags at each cadence, videos as their watches say.
final class Observer {

    private static final int PAGE = 50;
    private static final long LATEST_SECONDS = 3 * 3600;

    private final WorldSettings settings;
    private final Dice dice;
    private final Arrivals arrivals;
    private final List<BitSet> outages = new ArrayList<>();
    private final BitSet brokenTicks = new BitSet();
    private final long[] batchAt = new long[Provider.values().length];
    private final int[] batchSize = new int[Provider.values().length];
    private int tick;
    private int broken;
    private String lastStamp = "";
    private long lastStampSecond = Long.MIN_VALUE;

    Observer(WorldSettings settings, Appendable out) {
        this.settings = settings;
        dice = Dice.of(settings.seed(), "observer", 0);
        arrivals = new Arrivals(out);
        int ticks = (int) (settings.days() * 24 / settings.stepHours());
        for (Provider provider : Provider.values()) {
            outages.add(outages(ticks, Dice.of(settings.seed(), "outages", provider.ordinal())));
        }
        while (brokenTicks.cardinality() < Math.min(settings.faults().malformedRows(), ticks - 1)) {
            brokenTicks.set(1 + dice.below(ticks - 1));
        }
    }

    private BitSet outages(int ticks, Dice of) {
        BitSet out = new BitSet();
        for (int i = 0; i < settings.faults().outages(); i++) {
            int from = of.below(ticks);
            out.set(from, from + (int) (of.between(1, 5) / settings.stepHours()));
        }
        return out;
    }

    /// Reads what is due now and delivers what has arrived by now.
    void look(World world) throws IOException {
        arrivals.deliver(world.now());
        tick++;
        for (int i = 0; i < batchAt.length; i++) {
            batchAt[i] = world.now() + 2 + (long) Math.min(settings.cadence().toSeconds() * 0.6, dice.exponential(45));
            batchSize[i] = 0;
        }
        boolean hour = world.now() % 3600 == 0;
        lookAtMemes(world.outbreaks(), hour);
        if (hour) {
            world.creators().forEach(creator -> read(creator.provider(), at -> ObservationRow.of(creator, at)));
        }
        for (Clip clip : world.watched()) {
            if (isDue(clip, world.now())) {
                read(clip.traits().provider(), at -> ObservationRow.of(clip, at));
            }
        }
    }

    /// Delivers what is still on its way.
    void finish() throws IOException {
        arrivals.deliver(Long.MAX_VALUE);
    }

    long written() {
        return arrivals.written();
    }

    private void lookAtMemes(Outbreaks outbreaks, boolean hour) {
        for (int i = 0; i < outbreaks.memes().size(); i++) {
            Meme meme = outbreaks.memes().get(i);
            Spread spread = outbreaks.spread(i);
            switch (meme.kind()) {
                case HASHTAG -> read(meme.provider(), at -> ObservationRow.of(meme, spread, at));
                case SOUND -> {
                    if (hour) {
                        read(meme.provider(), at -> ObservationRow.of(meme, spread, at));
                    }
                }
                case VIDEO, CREATOR -> throw new IllegalStateException(
                        "kind (" + meme.kind() + ") must be one that spreads\nMaybe Founding made it.");
            }
        }
    }

    private boolean isDue(Clip clip, long now) {
        long step = settings.cadence().toSeconds();
        long firstLook = (clip.traits().createdAt() + step - 1) / step * step;
        for (WorldSettings.Watch watch : settings.watches()) {
            if (now - firstLook <= watch.untilAge().toSeconds()) {
                return (now - firstLook) % watch.every().toSeconds() == 0;
            }
        }
        return false;
    }

    private void read(Provider provider, Reading reading) {
        int page = batchSize[provider.ordinal()]++ / PAGE;
        if (outages.get(provider.ordinal()).get(tick) || dice.chance(settings.faults().missedShare())) {
            return;
        }
        long observedAt = batchAt[provider.ordinal()] + page;
        String row = reading.row(stamp(observedAt));
        long arrival = observedAt + 3;
        if (dice.chance(settings.faults().lateShare())) {
            arrival += 300 + (long) (dice.unit() * (LATEST_SECONDS - 300));
        }
        arrivals.send(arrival, row);
        if (dice.chance(settings.faults().repeatedShare())) {
            arrivals.send(arrival + 30 + (long) dice.exponential(600), row);
        }
        if (brokenTicks.get(tick) && row.indexOf('"') < 0) {
            brokenTicks.clear(tick);
            arrivals.send(arrival, Malformed.of(broken++).breakRow(row));
        }
    }

    private String stamp(long epochSecond) {
        if (epochSecond != lastStampSecond) {
            lastStampSecond = epochSecond;
            lastStamp = Instant.ofEpochSecond(epochSecond).toString();
        }
        return lastStamp;
    }

    /// What is read, written down with its time.
    @FunctionalInterface
    private interface Reading {

        String row(String observedAt);
    }
}
