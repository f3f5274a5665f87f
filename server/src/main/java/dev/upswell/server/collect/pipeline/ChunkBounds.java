package dev.upswell.server.collect.pipeline;

/// When a chunk is full.
///
/// @param rows rows of the file; more make fewer and larger lake files, fewer make shorter pauses and finer progress
/// @param rejected rows put aside, whose texts are kept in memory until they are stored
public record ChunkBounds(int rows, int rejected) {

    /// What imports use: a million rows are five files, and a chunk takes a few seconds.
    public static final ChunkBounds USUAL = new ChunkBounds(200_000, 20_000);

    public ChunkBounds {
        if (rows < 1 || rejected < 1) {
            throw new IllegalArgumentException(
                    "bounds (" + rows + ", " + rejected + ") must be at least 1\nMaybe use ChunkBounds.USUAL.");
        }
    }

    /// Whether the chunk is not full before the last of so many more rows; the last that is rejected may stand before it.
    boolean leaveRoom(Chunk chunk, int more, int moreRejected) {
        return chunk.rows() + more <= rows && chunk.rejected().size() + moreRejected < rejected;
    }

    boolean isFull(Chunk chunk) {
        return chunk.rows() >= rows || chunk.rejected().size() >= rejected;
    }
}
