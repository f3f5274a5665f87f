package dev.upswell.server.collect.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChunkBoundsTest {

    @Test
    void aPieceIsTakenWholeOnlyWhereNoRowBeforeItsLastFillsTheChunk() {
        ChunkBounds bounds = new ChunkBounds(7, 5);

        assertThat(bounds.leaveRoom(new Chunk(), 7, 4)).isTrue();
        assertThat(bounds.leaveRoom(new Chunk(), 8, 4)).isFalse();
        assertThat(bounds.leaveRoom(new Chunk(), 7, 5)).as("the fifth may stand before the last row").isFalse();
    }
}
