package dev.upswell.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Six days of the bundled small world, written once for all tests: 17 cuts of 160 hashtags are enough to judge it by.
record SmallWorld(String observations, String videos, String truth) {

    private static final SmallWorld WRITTEN = of(WorldSettings.of(WorldSize.SMALL, 7).withDays(6).withFutures(5));

    private static final Readings READ = Readings.of(WRITTEN.observations());

    /// The readings of the written world.
    static Readings read() {
        return READ;
    }

    static SmallWorld written() {
        return WRITTEN;
    }

    static SmallWorld of(WorldSettings settings) {
        SimulatedWorld world = SimulatedWorld.of(settings);
        return new SmallWorld(text(world::writeObservations), text(world::writeVideos), text(world::writeTruth));
    }

    static String text(Writing writing) {
        StringBuilder out = new StringBuilder();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /// The rows of the truth that state this fact, split.
    List<String[]> facts(String fact) {
        return truth.lines().filter(line -> line.startsWith(fact + ",")).map(line -> line.split(",", -1)).toList();
    }

    interface Writing {

        long to(Appendable out) throws IOException;
    }
}
