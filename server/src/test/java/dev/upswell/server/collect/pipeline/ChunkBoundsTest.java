package dev.upswell.server.collect.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import java.nio.file.Path;
import dev.upswell.server.collect.spool.ChunkRows;

class ChunkBoundsTest {

    @Test
    void aPieceIsTakenWholeOnlyWhereNoRowBeforeItsLastFillsTheChunk() {
        ChunkBounds bounds = new ChunkBounds(7, 5);

        assertThat(bounds.leaveRoom(new Chunk(new ChunkRows(() -> Path.of("never-written"))), 7, 4)).isTrue();
        assertThat(bounds.leaveRoom(new Chunk(new ChunkRows(() -> Path.of("never-written"))), 8, 4)).isFalse();
        assertThat(bounds.leaveRoom(new Chunk(new ChunkRows(() -> Path.of("never-written"))), 7, 5))
                .as("the fifth may stand before the last row").isFalse();
    }
}
