package dev.upswell.server.collect.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.web.SampleSite;
import dev.upswell.server.web.SiteClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(classes = SampleSite.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class DataPagesTest {

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private SampleDataPages sample;

    private SiteClient site;

    @BeforeEach
    void open() {
        site = new SiteClient(port);
        sample.begun.clear();
    }

    @AfterEach
    void refill() {
        sample.empty(false);
        sample.real(false);
        sample.arriving(false);
    }

    @Test
    void theStartPageDependsOnWhetherThereIsData() {
        assertThat(site.page("/").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/overview"));

        sample.empty(true);
        assertThat(site.page("/").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/welcome"));
        assertThat(text("/welcome")).contains("Load the sample").contains("./upswell demo").contains("Drop a file here")
                .contains("Hashtag views over time").doesNotContain("There is data already");
        assertThat(text("/data")).contains("Nothing has been imported yet").contains("No row has been set aside");
    }

    @Test
    void sourcesTellTheirRowsAndWhetherTheyWentQuiet() {
        assertThat(text("/data")).contains("1 of 3 sources has gone quiet").contains("tiktok-web").contains("1.1 M")
                .contains("✓ current").contains("! quiet").contains("period totals")
                .contains("What these words mean").contains("Nothing has come for longer than usual");
    }

    @Test
    void importsTellWhatBecameOfTheirRows() {
        assertThat(site.page("/data").body()).contains("title=\"1,129,643\"").contains("title=\"1,129,463\"")
                .contains("This is a ZIP archive. Unpack it and import the files in it.")
                .contains("hx-trigger=\"every 2s\"").contains("value=\"0.42\"");
    }

    @Test
    void importsTellWhatTheyHoldAndWhatWasNoticed() {
        assertThat(text("/data")).contains("What it holds").contains("Hashtags 412")
                .contains("3 columns were left out: note, rank, page").contains("Read 23 Jul 2024");
    }

    @Test
    void rowsSetAsideShowTheirTextOnEveryWidth() {
        String row = site.page("/data?reason=bad-number&limit=1").body();
        row = row.substring(row.indexOf("id=\"set-aside\""));

        assertThat(row).contains("<code class=\"under\">protein,2026-01-14T09:00:00Z,&quot;12,3K&quot;</code>")
                .contains("no whole number").doesNotContain("s-out");
    }

    @Test
    void pollingBringsEverythingThatAnImportChanges() {
        assertThat(site.page("/data").body())
                .contains("hx-select-oob=\"#data-head,#data-notices,#data-sources,#quarantine\"")
                .contains("id=\"data-head\"").contains("id=\"data-notices\"").contains("id=\"data-sources\"");
    }

    @Test
    void oneLimitForFilesIsNamedBeforeAndAfterItIsPassed() {
        assertThat(text("/welcome")).contains("up to 2.0 MB");
        assertThat(site.page("/welcome").body()).contains("data-largest=\"2000000\"");

        HttpResponse<String> refused = upload("large.csv", "x".repeat(6_000_000));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("Too much was sent at once").contains("./upswell import FILE");
    }

    @Test
    void rowsSetAsideAreListedFilteredAndPaged() {
        assertThat(text("/data")).contains("1–25 of 108").contains("views “12,3K” is no whole number.")
                .contains("unreadable count (72)");
        assertThat(text("/data?reason=deleted&offset=25")).contains("26–36 of 36").doesNotContain("no whole number");
        assertThat(text("/data?file=nosuch")).contains("No row matches these filters");
    }

    @Test
    void aFileIsPreviewedBeforeItIsImported() {
        HttpResponse<String> page = upload("views.csv", "hashtag,observed_at,views,note\n");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("This looks like Hashtag views over time").contains("observed_at")
                .contains("time of the reading").contains("left out").contains("200 rows looked at, 3 of them")
                .contains("Readings from").contains("The column note is left out.")
                .doesNotContain("name=\"observedAt\"");
        assertThat(sample.begun).isEmpty();

        assertThat(site.post("/data/import", site.origin(), "token=token-1&observedAt=2026-01-14T14:00").statusCode())
                .isEqualTo(302);
        assertThat(sample.begun).containsExactly("token-1");
    }

    @Test
    void columnsThatNoFormatKnowsAreGuessedAndTheReaderSaysTheRest() {
        String guessed = upload("tracked.csv", "tag,plays,day,seen by\n").body();

        assertThat(guessed).contains("What do the columns say?").contains("name=\"role1\"")
                .contains("<option value=\"views\" selected=\"selected\">views</option>")
                .contains("source is missing").contains("99 % sure").contains("glasshair").doesNotContain("??");

        String answers = "token=token-2&kind=hashtag&role0=name&role1=views&role2=observed&role3=ignore&source=mine";
        assertThat(site.post("/data/mapping", site.origin(), answers).body()).contains("The first rows as they will be")
                .contains("Line 3: unreadable count, plays (many)").doesNotContain("source is missing")
                .doesNotContain("None of these rows can be stored");
        assertThat(site.post("/data/mapping", site.origin(), answers.replace("role3=ignore", "role3=source")).body())
                .contains("<option value=\"source\" selected=\"selected\">source of the row</option>")
                .contains("Where a column says the source, this is that of rows that say none;");
        assertThat(site.post("/data/mapping", site.origin(), answers.replace("mine", "barren")).body())
                .contains("None of these rows can be stored").doesNotContain("<th scope=\"col\"><code>tag");
        assertThat(site.post("/data/mapping/import", site.origin(), answers).body())
                .contains("The source is in no terms policy.");
        assertThat(sample.begun).isEmpty();
        assertThat(site.post("/data/mapping/import", site.origin(), answers + "&purpose=our+own").statusCode())
                .isEqualTo(302);
        assertThat(sample.begun).containsExactly("token-2 mine");
        assertThat(site.post("/data/mapping", site.origin(), "token=gone").statusCode()).isEqualTo(422);
    }

    @Test
    void keptMappingsAreListedWithWhatTheySayAndCanBeChanged() {
        assertThat(text("/data")).contains("Kept mappings", "clips", "version 3", "own-crawler",
                "For files with the columns tag, plays, day, seen by", "preview page said: our own counters",
                "No file is read by it unasked", "mapping clips, version 3");
        String page = site.page("/data").body();
        assertThat(page).contains("action=\"/data/mappings/clips/reread\"")
                .doesNotContain("/data/mappings/weekly-report/reread");

        assertThat(site.post("/data/mappings/clips", site.origin(), "document=kind:+hashtag&reason=").headers()
                .firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/data#mappings"));
        assertThat(site.post("/data/mappings/clips/reread", site.origin(), "").statusCode()).isEqualTo(302);
        assertThat(site.post("/data/mappings/clips/remove", site.origin(), "").statusCode()).isEqualTo(302);
        assertThat(sample.begun).containsExactly("keep clips 1", "reread clips", "remove clips");

        HttpResponse<String> refused = site.post("/data/mappings/clips", site.origin(), "document=");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("kind is missing");
        assertThat(site.post("/data/mappings/none/remove", site.origin(), "").statusCode()).isEqualTo(404);
        assertThat(site.post("/data/mappings/No.Name/reread", site.origin(), "").body())
                .contains("No mapping is kept under this name.");
        sample.empty(true);
        assertThat(text("/data")).contains("No mapping is kept. Add a CSV whose columns no format knows");
    }

    @Test
    void aFileThatAKeptMappingReadsSaysSoAndCanBeReadOtherwise() {
        assertThat(upload("clips.csv", "clip,plays\n").body()).contains("Read by the mapping clips, version 3")
                .contains("action=\"/data/mapping/change\"").doesNotContain("This looks like").doesNotContain("??");

        String form = site.post("/data/mapping/change", site.origin(), "token=token-2").body();
        assertThat(form).contains("name=\"keep\" maxlength=\"64\" value=\"clips\"")
                .contains("value=\"our own counters\"").contains("What do the columns say?");
        assertThat(site.post("/data/mapping/change", site.origin(), "token=gone").statusCode()).isEqualTo(422);
    }

    @Test
    void anUndatedFileSaysWhatBecomesOfItsRows() {
        assertThat(upload("views.csv", "hashtag,rank,views,note\n").body()).contains("name=\"observedAt\"")
                .contains("Without a time, rows enter as content only").doesNotContain("??");
    }

    @Test
    void aFileThatCannotBeReadIsRefusedWithTheReason() {
        assertThat(upload("../../etc/passwd", "nothing").body()).contains("This file cannot be imported")
                .contains("passwd ·").doesNotContain("../").contains("No format was recognised");
        assertThat(upload("empty.csv", "").statusCode()).isEqualTo(422);
    }

    @Test
    void anOldTokenIsToldSo() {
        HttpResponse<String> page = site.post("/data/import", site.origin(), "token=gone");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("The file is no longer kept here. Choose it again.");
    }

    @Test
    void theSampleIsLoadedOnRequest() {
        assertThat(site.post("/data/sample", site.origin(), "").statusCode()).isEqualTo(302);
        assertThat(sample.begun).containsExactly("sample");
    }

    @Test
    void theSampleIsNeitherOfferedNorLoadedBesideRealReadings() {
        sample.real(true);

        assertThat(site.page("/welcome").body()).doesNotContain("action=\"/data/sample\"")
                .contains("the sample is kept out of them");
        HttpResponse<String> refused = site.post("/data/sample", site.origin(), "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("the sample would be mixed into them");
        assertThat(sample.begun).isEmpty();
    }

    private HttpResponse<String> upload(String name, String content) {
        return site.upload("/data/preview", name, content);
    }

    private String text(String path) {
        return site.page(path).body().replaceAll("<[^>]*>", " ").replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }
}
