package dev.upswell.artefact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ArtefactFormatTest {

    private static final ArtefactFormat FORMAT = new ArtefactFormat("made-up artefact", "MADE", 2);
    private static final byte[] FILE = FORMAT.written(2,
            out -> ArtefactFormat.writeBlock("words".getBytes(StandardCharsets.US_ASCII), out));

    private static String read(byte[] file) {
        return FORMAT.read(file,
                (version, in) -> version + " " + new String(FORMAT.readBlock(in), StandardCharsets.US_ASCII));
    }

    @Test
    void whatIsWrittenIsReadBehindLettersAndVersion() {
        assertThat(FILE).startsWith('M', 'A', 'D', 'E', 2).hasSize(14);
        assertThat(read(FILE)).isEqualTo("2 words");
        assertThat(read(FORMAT.written(1, out -> ArtefactFormat.writeBlock(new byte[0], out)))).isEqualTo("1 ");
    }

    @Test
    void anotherKindALaterVersionAndWhatIsLeftOverAreRefused() {
        assertRefused(with(0, 'X'), "made-up artefact must start with MADE");
        assertRefused(new byte[0], "made-up artefact (0 bytes) must be whole");
        assertRefused(with(4, 3), "made-up artefact version (3) must be at most 2");
        assertRefused(with(4, 0), "made-up artefact version (0) must be at most 2");
        assertRefused(Arrays.copyOf(FILE, 16), "made-up artefact must end with its last field (2 bytes are left over)");
    }

    @Test
    void aLengthIsNotBelievedBeyondTheRestOfTheFile() {
        assertRefused(with(5, 0x7F), "made-up artefact length (2130706437) must fit into the rest of the file");
        assertRefused(with(5, -1), "made-up artefact length (-16777211) must fit into the rest of the file");
        assertRefused(Arrays.copyOf(FILE, 13), "made-up artefact length (5) must fit into the rest of the file");
        assertRefused(Arrays.copyOf(FILE, 7), "made-up artefact (7 bytes) must be whole");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FORMAT.read(FILE, (version, in) -> FORMAT.readLength(in, 2)))
                .withMessageContaining("length (5) must fit");
    }

    private static byte[] with(int at, int value) {
        byte[] file = FILE.clone();
        file[at] = (byte) value;
        return file;
    }

    private static void assertRefused(byte[] file, String start) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(file)).withMessageStartingWith(start);
    }
}
