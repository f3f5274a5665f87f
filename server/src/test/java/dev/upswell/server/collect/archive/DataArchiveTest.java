package dev.upswell.server.collect.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.format.ContentDetection;
import dev.upswell.server.collect.mapper.GoldenRows;
import dev.upswell.server.collect.mapper.Mappers;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RawRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class DataArchiveTest {

    private static final String EXPORT = """
        {"Comment": {"Comments": {"CommentsList": [{"date": "2025-01-01 00:00:00", "comment": "secret words"}]}},
         "Direct Message": {"Direct Messages": {"ChatHistory": {"Chat with x": [{"Date": "2025-01-01 00:00:00", "Content": "secret words", "Link": "https://www.tiktokv.com/share/video/7600000000000000009/"}]}}},
         "Post": {"Posts": {"VideoList": [
          {"Date": "2025-12-05 14:13:20", "Link": "https://www.tiktokv.com/share/video/7580382873392401686/", "Likes": "58", "WhoCanView": "Everyone", "Title": "Crumb by me@example.org", "Location": "secret words"},
          {"Date": "2025-12-05 14:13:20", "Link": "https://www.tiktokv.com/share/video/7580382873392401687/", "Likes": "9", "WhoCanView": "Only You", "Title": "private words"},
          {"Date": "2025-12-05 14:13:20", "Link": "https://www.tiktokv.com/share/video/7580382873392401688/", "Likes": "9", "Title": "words to nobody"},
          {"Date": "2025-12-05 14:13:20", "Link": "", "Likes": "9", "WhoCanView": "Public"}]}},
         "Profile": {"Profile Info": {"ProfileMap": {"userName": "secret words", "emailAddress": "a@example.org"}}},
         "Your Activity": {"Login History": {"LoginHistoryList": [{"Date": "2025-01-01 00:00:00", "IP": "10.1.2.3"}]},
          "Like List": {"ItemFavoriteList": [{"date": "2025-12-06 10:00:00", "link": "https://www.tiktokv.com/share/video/7578637393239067926/"}]},
          "Favorite Sounds": {"FavoriteSoundList": [{"Date": "2025-12-06 11:00:00", "Link": "https://m.tiktok.com/h5/share/music/7000000000000000123.html"}]},
          "Favorite Hashtags": {"FavoriteHashtagList": null},
          "Watch History": {"VideoList": [{"Date": "later", "Link": "https://www.tiktokv.com/share/video/7578637393239067926/"}]}}}
        """;

    private static byte[] zip(String... namesAndTexts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static ImportSource source(byte[] bytes) {
        return new ImportSource("mine.zip", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static OpenFile open(byte[] bytes) {
        return new ContentDetection(Mappers.all()).open(source(bytes), ImportOptions.AUTO);
    }

    private static List<RowResult> read(byte[] bytes) {
        List<RowResult> results = new ArrayList<>();
        try (OpenFile file = open(bytes)) {
            for (RawRow row = file.next(); row != null; row = file.next()) {
                assertThat(row.toString()).doesNotContain("secret", "10.1.2.3", "a@example.org");
                results.add(file.mapper().map(row, new MappingContext(GoldenRows.NOW, null)));
            }
        }
        return results;
    }

    @Test
    void ofAnExportOnlyOwnPublicPostsAndWhatWasDoneAreRead() {
        assertThat(GoldenRows.of(EXPORT, "2026-02-20T06:00:00Z")).isEqualTo(
                """
                    tiktok-user-export
                    line 4
                      video:7580382873392401686 by tiktok-user-export at 2026-02-20T06:00:00Z likes 58
                      video:7580382873392401686 of nobody with nobody created 2025-12-05T14:13:20Z lasts null  "Crumb by me@example.org"
                    line 5
                      rejected private: whocanview (Only You)
                    line 6
                      rejected private: whocanview is not told
                    line 7
                      rejected missing-id: link
                    line 10
                      OwnActivity[account=null, action=LIKED, about=EntityId[kind=VIDEO, value=7578637393239067926], at=2025-12-06T10:00:00Z, watched=null, source=tiktok-user-export, observedAt=2025-12-06T10:00:00Z]
                    line 11
                      OwnActivity[account=null, action=FAVOURITED, about=EntityId[kind=SOUND, value=7000000000000000123], at=2025-12-06T11:00:00Z, watched=null, source=tiktok-user-export, observedAt=2025-12-06T11:00:00Z]
                    line 13
                      rejected bad-time: date (later)
                    """);
    }

    @Test
    void theZipGivesWhatItsDocumentGives() {
        byte[] packed = zip("TikTok/notes.txt", "hello", "TikTok/user_data_tiktok.json", EXPORT);

        assertThat(read(packed)).hasSize(7);
        assertThat(read(packed)).isEqualTo(read(EXPORT.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aZipOfSomethingElseIsRefusedWithAdvice() {
        assertThatThrownBy(() -> open(zip("sheet.xml", "<a/>"))).isInstanceOf(ImportRefused.class)
                .hasMessageContaining("without a user_data.json");
    }

    @Test
    void aZipThatNamesFilesOutsideOfItselfIsRefused() {
        assertThatThrownBy(() -> open(zip("../../etc/user_data.json", EXPORT))).isInstanceOf(ImportRefused.class)
                .hasMessageContaining("outside of itself");
        assertThatThrownBy(() -> open(zip("C:\\user_data.json", EXPORT))).isInstanceOf(ImportRefused.class)
                .hasMessageContaining("outside of itself");
    }

    @Test
    void aZipBombIsRefusedBeforeItIsUnpacked() {
        byte[] bomb = zip("filler.bin", "0".repeat(80 << 20), "user_data.json", EXPORT);

        assertThat(bomb.length).isLessThan(200_000);
        assertThatThrownBy(() -> open(bomb)).isInstanceOf(ImportRefused.class).hasMessageContaining("zip bomb");
    }

    @Test
    void aZipThatIsCutBeforeItsDocumentSaysAnythingIsRefused() {
        byte[] whole = zip("user_data.json", EXPORT);

        for (int length : new int[]{4, 20, 60}) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).as("%d bytes", length).isInstanceOf(ImportRefused.class);
        }
    }

    @Test
    void aZipThatIsCutInItsDocumentIsReadAsFarAsItGoesAndSaysSo() {
        byte[] whole = zip("user_data.json", likes(50_000));

        List<RowResult> some = read(Arrays.copyOf(whole, whole.length / 2));

        assertThat(some).hasSizeBetween(1_000, 49_000);
        assertThat(problem(Arrays.copyOf(whole, whole.length / 2))).contains("is damaged or locked");
        assertThat(problem(whole)).isEmpty();
    }

    @Test
    void aDocumentThatUnpacksToMoreThanIsBelievedEndsThere() {
        byte[] bomb = zip("user_data.json", likes(10) + " ".repeat(65 << 20));

        assertThat(problem(bomb)).contains("zip bomb").contains("What follows was not read.");
    }

    private static String likes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"date\": \"2025-12-06 10:00:00\", \"link\":"
                        + " \"https://www.tiktokv.com/share/video/%d/\"}".formatted(7_578_637_393_239_067_926L
                                + i * 7_919L * i))
                .collect(Collectors.joining(",\n",
                        "{\"Your Activity\": {\"Like List\": {\"ItemFavoriteList\": [", "]}}}"));
    }

    private static String problem(byte[] bytes) {
        try (OpenFile file = open(bytes)) {
            for (RawRow row = file.next(); row != null; row = file.next()) {
                assertThat(row).isInstanceOf(RawRow.Json.class);
            }
            return file.problem().orElse("");
        }
    }

    @Test
    void whatOnlyBeginsLikeAnExportIsNone() {
        String line = "{\"Video\":{\"id\":\"7600000000000000501\",\"views\":10}}";
        for (String other : List.of(line, line + "\n" + line + "\n", "{\n\"Post\": {\"Posts\": {\"Texts\": []}}}",
                "{\"did\":\"did:plc:x\",\"date\":\"2025-12-06 10:00:00\"}\n")) {
            assertThatThrownBy(() -> open(other.getBytes(StandardCharsets.UTF_8))).as(other)
                    .isInstanceOf(ImportRefused.class).hasMessageContaining("The format of mine.zip is not known");
        }
    }

    @Test
    void anExportWhoseFirstListThatIsReadComesLateIsOne() {
        String words = "{\"comment\": \"secret words\"},\n".repeat(5_000);
        String late = EXPORT.replace("\"CommentsList\": [", "\"CommentsList\": [" + words);

        assertThat(read(late.getBytes(StandardCharsets.UTF_8))).hasSize(7);
    }
}
