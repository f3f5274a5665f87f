package dev.upswell.server.collect.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.intake.IntakeBench;
import dev.upswell.server.collect.intake.MappedIntake;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.ShellSettings;
import dev.upswell.server.web.SiteClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wide tables on the preview page, from the file to the readings.
class WidePreviewTest {

    @TempDir
    Path folder;

    private IntakeBench bench;
    private StoredDataPages pages;
    private LocalSite served;
    private SiteClient site;

    @BeforeEach
    void open() {
        bench = new IntakeBench(folder);
        pages = new StoredDataPages(new StoredDataPages.Stores(bench.tenant, bench.imports, bench.sources,
                bench.setAside, bench.quarantine, bench.retrying, bench.mappings, bench.uses),
                InstantSource.fixed(IntakeBench.NOW));
        served = LocalSite.of(List.of(DataPagesConfiguration.class), InstantSource.fixed(IntakeBench.NOW),
                new ShellSettings(ShellSettings.loopback().hosts(), 1 << 22, 1 << 21), bench.tenant, pages,
                new QueuedFileIntake(bench.intake, new MappedIntake(bench.intake, bench.mappings, bench.compliance),
                        bench.mappings));
        site = served.client();
    }

    @AfterEach
    void close() {
        served.close();
        bench.close();
    }

    private static String days(int count) {
        LocalDate last = LocalDate.ofInstant(IntakeBench.NOW, ZoneOffset.UTC);
        return IntStream.rangeClosed(1, count).mapToObj(day -> last.minusDays(count - day).toString())
                .collect(Collectors.joining(","));
    }

    private static String token(String page) {
        Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).as(page).isTrue();
        return token.group(1);
    }

    private String send(String path, String token, String answers) {
        return site.post(path, site.origin(), "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + answers)
                .body();
    }

    @Test
    void aTableWithAColumnForEachDayIsToldInWordsAndItsCellsAreImported() {
        int days = 312;
        String file = "hashtag,note," + days(days) + "\n#dance,x" + ",5".repeat(days) + "\nlash,y"
                + ",".repeat(days - 1)
                + ",many\n";
        String page = site.upload("/data/preview", "views.csv", file).body();

        assertThat(page)
                .contains("312 columns are days from 2025-03-09 to 2026-01-14; each cell is the number of views of"
                        + " the row&#39;s hashtag.")
                .contains("The columns of cells one by one (298)")
                .contains("14 further columns are not listed")
                .contains("<option value=\"times\" selected=\"selected\">")
                .contains("source is missing").doesNotContain("??");

        StringBuilder roles = new StringBuilder("&kind=hashtag&role0=name&role1=ignore");
        for (int column = 2; column < 300; column++) {
            roles.append("&role").append(column).append("=cells");
        }
        String answers = roles + "&across=times&cellFormat=iso&cellZone=UTC&source=mine&keep=sheet&purpose=ours";
        assertThat(send("/data/mapping", token(page), answers)).contains(
                "which counter the cells are is not said; choose one of views").contains("the number of ? of");
        assertThat(send("/data/mapping", token(page), answers + "&cellCounter=views"))
                .contains("name of the column").contains("2025-03-09T00:00:00Z").doesNotContain("is not said");
        send("/data/mapping/import", token(page), answers + "&cellCounter=views");
        bench.settle();

        DataView view = pages.data(new DataFilter(null, null, new Paging(25, 0)));
        assertThat(view.sources()).singleElement()
                .satisfies(source -> assertThat(source.readings().rows()).isEqualTo(days));
        assertThat(view.quarantine().items()).singleElement()
                .satisfies(row -> assertThat(row.detail()).isEqualTo("column 2026-01-14: views (many)"));
        String next = site.upload("/data/preview", "next.csv", file).body();
        assertThat(next).contains("Read by the mapping sheet, version 1");
        assertThat(send("/data/mapping/change", token(next), "")).contains("312 columns are days from 2025-03-09")
                .contains("name=\"keep\" maxlength=\"64\" value=\"sheet\"");
    }

    @Test
    void theReaderMakesATableWideThatWasNotTakenSo() {
        String page = site.upload("/data/preview", "numbers.csv", "label,2026-01-01,remark\nann,5,x\nbob,7,y\n").body();
        assertThat(page).contains("A column for each time or each name").doesNotContain("wide-words");

        assertThat(send("/data/mapping", token(page),
                "&kind=creator&role0=name&role1=ignore&role2=ignore&across=times&cellCounter=followers&cellFormat=iso"
                        + "&cellTotals=running&source=mine"))
                .contains(
                        "1 columns are days from 2026-01-01 to 2026-01-01; each cell is the number of followers of the"
                                + " row&#39;s creator.")
                .contains("2026-01-01T00:00:00Z");
        assertThat(send("/data/mapping", token(page),
                "&kind=creator&role0=cells&role1=ignore&role2=ignore&across=times&cellCounter=followers&cellFormat=iso"
                        + "&source=mine"))
                .contains("label cannot be a time such as 2025-12-31; take it as something else");
    }
}
