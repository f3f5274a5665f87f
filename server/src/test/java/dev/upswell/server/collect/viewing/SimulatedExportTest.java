package dev.upswell.server.collect.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.mapper.GoldenRows;
import dev.upswell.simulate.SimulatedWorld;
import dev.upswell.simulate.WorldSettings;
import dev.upswell.simulate.WorldSize;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// The export that simulated owners make is one of TikTok Studio.
class SimulatedExportTest {

    @Test
    void everyRowIsReadAsHowAVideoIsWatched() throws IOException {
        StringBuilder export = new StringBuilder();
        long rows = SimulatedWorld.of(WorldSettings.of(WorldSize.SMALL, 7).withDays(6)).writeStudioExport(export);

        String read = GoldenRows.of(export.toString());

        assertThat(rows).isGreaterThan(30);
        assertThat(read).startsWith("tiktok-studio-videos\n").doesNotContain("rejected");
        assertThat(read.lines().filter(line -> line.contains("VideoViewing[")).count()).isEqualTo(rows);
        assertThat(read.lines().filter(line -> line.contains("completionRate=null")).count()).isLessThan(rows / 10);
    }
}
