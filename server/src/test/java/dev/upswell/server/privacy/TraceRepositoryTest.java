package dev.upswell.server.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// Bytes that are searched for somebody's name.
class TraceRepositoryTest {

    private static final Set<String> ANI = Set.of("@ani.cooks");

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void whatIsCompressedIsReadAsItWasBefore() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(text("said by @ani.cooks"));
        }

        assertThat(TraceRepository.names(packed.toByteArray(), ANI)).isTrue();
        assertThat(TraceRepository.names(packed.toByteArray(), Set.of("@bo_bakes"))).isFalse();
    }

    @Test
    void whatOnlyBeginsAsIfItWereCompressedIsReadAsItIs() {
        assertThat(TraceRepository.names(text("\u001f\u008b\u0001 said by @ani.cooks"), ANI)).isTrue();
        assertThat(TraceRepository.names(text("\u001f\u008b\u0008 nobody"), ANI)).isFalse();
    }
}
