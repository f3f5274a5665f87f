package dev.upswell.server.collect.ahead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.mapper.Mappers;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.Piece;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import dev.upswell.server.collect.row.StoreGate;
import dev.upswell.server.comply.Terms;
import dev.upswell.server.suppress.Suppressed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MappedAheadTest {

    private static final int MEGABYTE = 1 << 20;
    private static final int PIECES = 100;

    /// Counts how many of its pieces, which are empty and say how large they are, were taken.
    private static final class Counted implements OpenFile {

        private final int bytes;
        private int taken;

        Counted(int bytes) {
            this.bytes = bytes;
        }

        @Override
        public RowMapper mapper() {
            return Mappers.all().getFirst();
        }

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public @Nullable RawRow next() {
            return null;
        }

        @Override
        public @Nullable Piece nextPiece() {
            return taken++ == PIECES ? null : new Piece() {

                @Override
                public Rows rows() {
                    return new Rows(List.of(), 1);
                }

                @Override
                public long bytes() {
                    return bytes;
                }
            };
        }

        @Override
        public long bytesRead() {
            return 0;
        }

        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }

        @Override
        public List<String> remarks() {
            return List.of();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private static MappedAhead ahead(OpenFile file) {
        Instant now = Instant.parse("2026-03-01T00:00:00Z");
        return new MappedAhead(file, new MappingContext(now, now), new StoreGate(Terms.known(), Suppressed.NOBODY));
    }

    @Test
    void shortLinesWaitInManyPieces() {
        assertThat(takenForTheFirst(MEGABYTE / 4)).isEqualTo(32);
        assertThat(takenForTheFirst(3 * MEGABYTE)).isEqualTo(3);
    }

    @Test
    void noPieceWaitsBesideALongLine() {
        assertThat(takenForTheFirst(24 * MEGABYTE)).isEqualTo(1);
    }

    private static int takenForTheFirst(int bytes) {
        Counted file = new Counted(bytes);
        try (MappedAhead ahead = ahead(file)) {
            assertThat(ahead.next()).isNotNull();
            return file.taken;
        }
    }

    @Test
    void whatWasTakenWaitsNoMore() {
        Counted file = new Counted(3 * MEGABYTE);
        int pieces = 0;
        try (MappedAhead ahead = ahead(file)) {
            while (ahead.next() != null) {
                pieces++;
                assertThat(file.taken).isLessThanOrEqualTo(pieces + 2);
            }
        }
        assertThat(pieces).isEqualTo(PIECES);
    }
}
