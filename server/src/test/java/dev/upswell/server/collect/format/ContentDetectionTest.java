package dev.upswell.server.collect.format;

import static dev.upswell.server.collect.format.TestFiles.gzip;
import static dev.upswell.server.collect.format.TestFiles.open;
import static dev.upswell.server.collect.format.TestFiles.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.mapper.Mappers;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RowMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentDetectionTest {

    @Test
    void thereIsOneMapperForEachFormat() {
        assertThat(Mappers.all()).extracting(RowMapper::format)
                .containsExactlyInAnyOrderElementsOf(FileFormat.detected());
    }

    @Test
    void columnsMayComeInAnyOrderWithOthersBetweenThem() {
        try (OpenFile file = open(source("rank,views,hashtag_id,host,hashtag,observed_at\n"))) {
            assertThat(file.mapper().format()).isEqualTo(FileFormat.DISCOVER_HASHTAGS);
            assertThat(file.next()).isNull();
        }
        try (OpenFile file = open(source("note,views,hashtag,observed_at\n"))) {
            assertThat(file.mapper().format()).isEqualTo(FileFormat.HASHTAG_VIEWS);
        }
    }

    @Test
    void whatCannotBeReadIsRefusedWithAReasonAndAnAdvice(@TempDir Path folder) {
        assertThat(refusal(source(""))).isEqualTo("The file test is empty.\nCheck that the export ended well.");
        assertThat(refusal(source(gzip("")))).startsWith("The file test is empty.");
        assertThat(refusal(source("\uFEFF \n\n"))).startsWith("The file test is empty.");
        assertThat(refusal(source(new byte[]{'a', 0, 1, 2}))).startsWith("The file test is binary, not text.");
        assertThat(refusal(source(new byte[]{'P', 'K', 3, 4, 9}))).startsWith("The file test is a zip archive");
        assertThat(refusal(source("hashtag".getBytes(StandardCharsets.UTF_16))))
                .startsWith("The file test is UTF-16 text.");
        assertThat(refusal(source(Arrays.copyOf(gzip("hashtag,observed_at,views\n"), 8))))
                .contains("ends inside its own header");
        assertThat(refusal(source("hashtag,observed_at,views,views\n"))).isEqualTo(
                "The header of test names a column twice: views.\nRemove or rename one of them, so that it is clear which to read.");
        assertThat(refusal(source("{\"data\":{\"data\":[]}}"))).startsWith("The file test holds no item");
        assertThat(refusal(source("[{\"id\"\n"))).startsWith("test: The JSON breaks off");
        ImportRefused directory = catchThrowableOfType(ImportRefused.class, () -> ImportSource.of(folder));
        assertThat(directory.what()).endsWith("is a directory.");
        ImportRefused missing = catchThrowableOfType(ImportRefused.class, () -> ImportSource.of(folder.resolve("x")));
        assertThat(missing.what()).startsWith("There is no file");
    }

    @Test
    void anUnknownFormatIsAnsweredWithWhatWasSeenAndWhatIsKnown() {
        assertThat(refusal(source("tag;time;count\na;b;c\n")))
                .startsWith(
                        "The format of test is not known.\nIt has the columns, separated by semicolons where commas are expected:"
                                + " tag, time, count.\n")
                .contains("  hashtag-views: CSV with hashtag, observed_at, views\n");
        assertThat(refusal(source("{\"name\":1,\"other\":2}\n"))).contains("It has the keys: name, other.");
    }

    @Test
    void aDemandedFormatThatDoesNotFitIsRefused() {
        ImportRefused refused = catchThrowableOfType(ImportRefused.class,
                () -> new ContentDetection(Mappers.all()).open(source("hashtag,observed_at,views\n"),
                        new ImportOptions(FileFormat.DISCOVER_SOUNDS, null)));

        assertThat(refused.what()).startsWith("The file test is not of the format discover-sounds, which is CSV with");
    }

    private static String refusal(ImportSource source) {
        return catchThrowableOfType(ImportRefused.class, () -> open(source).close()).getMessage();
    }
}
