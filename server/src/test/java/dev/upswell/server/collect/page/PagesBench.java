package dev.upswell.server.collect.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.intake.IntakeBench;
import dev.upswell.server.collect.intake.MappedIntake;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pages of data over a bench for imports.
final class PagesBench implements AutoCloseable {

    final IntakeBench bench;
    final FileIntake intake;
    final DataPages pages;

    PagesBench(Path folder) {
        bench = new IntakeBench(folder);
        intake = files(bench);
        pages = pages(bench);
    }

    static FileIntake files(IntakeBench bench) {
        return new QueuedFileIntake(bench.intake, new MappedIntake(bench.intake, bench.mappings, bench.compliance),
                bench.mappings);
    }

    static DataPages pages(IntakeBench bench) {
        return new StoredDataPages(
                new StoredDataPages.Stores(bench.tenant, bench.imports, bench.sources, bench.setAside,
                        bench.quarantine, bench.retrying, bench.mappings, bench.uses),
                InstantSource.fixed(IntakeBench.NOW));
    }

    /// What the page says of a file before it comes in.
    Preview look(String name, byte[] content) throws IOException {
        return intake.preview(name, new ByteArrayInputStream(content));
    }

    /// Takes a file in, once, and waits for its end.
    void take(String name, byte[] content, @Nullable Instant observedAt) throws IOException {
        var preview = (Preview.Recognised) look(name, content);
        assertThat(intake.begin(preview.token(), observedAt)).isTrue();
        assertThat(intake.begin(preview.token(), observedAt)).isFalse();
        bench.settle();
    }

    /// Ten readings of two hashtags, and two rows that are wrong.
    static byte[] series() {
        StringBuilder text = new StringBuilder("hashtag,observed_at,views,note\n");
        for (String hashtag : List.of("glasshair", "protein")) {
            for (int step = 0; step < 10; step++) {
                text.append(hashtag).append(',').append(IntakeBench.NOW.minus(Duration.ofHours(3L * step))).append(',')
                        .append(541_200 - step * 1_000).append(",x\n");
            }
        }
        text.append("broken,yesterday,1,x\n").append("broken,").append(IntakeBench.NOW).append(",-5,x\n");
        return IntakeBench.bytes(text.toString());
    }

    @Override
    public void close() {
        bench.close();
    }
}
