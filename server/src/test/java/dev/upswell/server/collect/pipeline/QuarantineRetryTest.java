package dev.upswell.server.collect.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.AnswerIntake.RawAnswer;
import dev.upswell.server.collect.AnswerIntake.TakenIn;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.mapper.Mappers;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import dev.upswell.server.comply.KeptCompliance;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.MappingRefused;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class QuarantineRetryTest {

    private static final InstantSource CLOCK = InstantSource.fixed(ImportBench.NOW);
    private static final String WRONG = """
        kind: hashtag
        name: tag
        observed-at: {column: at, format: iso}
        source: my-crawler
        views: views
        """;

    private final ImportBench bench = new ImportBench();

    /// A mapper as it will be once it reads what it refused before.
    private record Mended(RowMapper before, UnaryOperator<String> repair) implements RowMapper {

        @Override
        public FileFormat format() {
            return before.format();
        }

        @Override
        public int version() {
            return before.version() + 1;
        }

        @Override
        public String contentSource() {
            return before.contentSource();
        }

        @Override
        public int affinity(RawRow row) {
            return before.affinity(row);
        }

        @Override
        public RowResult map(RawRow row, MappingContext context) {
            return before.map(switch (row) {
                case RawRow.Csv csv -> new RawRow.Csv(csv.position(), csv.header(),
                        csv.values().stream().map(repair).toList());
                case RawRow.Json json -> new RawRow.Json(json.position(),
                        JsonMapper.shared().readTree(repair.apply(json.node().toString())));
                case RawRow.Broken broken -> broken;
            }, context);
        }
    }

    /// These mappers, once all of them read a field in this way first.
    static List<RowMapper> mendedAll(List<RowMapper> mappers, UnaryOperator<String> repair) {
        return mappers.stream().<RowMapper>map(mapper -> new Mended(mapper, repair)).toList();
    }

    static List<RowMapper> mended(FileFormat format, UnaryOperator<String> repair) {
        return Mappers.all().stream().map(mapper -> mapper.format() == format ? new Mended(mapper, repair) : mapper)
                .toList();
    }

    private Quarantine.Retried retry(List<RowMapper> mappers, Quarantine.Wanted wanted) {
        return new QuarantineRetry(bench.database, mappers, CLOCK).retry(bench.tenant, wanted);
    }

    private String counts() {
        return bench.one("select stored || ' ' || duplicate || ' ' || quarantined || ' ' || reasons from import_run",
                String.class);
    }

    @Test
    void rowsOfAMappedFileAreReadAgainByAMendedMapping() {
        new KeptCompliance(bench.tenant, bench.database, CLOCK).allow("my-crawler", "our own counters", "hand");
        bench.run(ImportBench.file("mine.csv", "tag,at,views\na,1735689600,100\nb,1735689600,none at all\n"),
                ImportBench.reading(), new ImportOptions(null, null, ColumnMapping.parse("wrong", WRONG, null)));
        assertThat(counts()).isEqualTo("0 0 2 {\"bad-time\": 2}");
        ColumnMapping right = ColumnMapping.parse("right", WRONG.replace("iso", "epoch-seconds"), null);

        Quarantine.Retried tried = retry(Mappers.all(), new Quarantine.Wanted("", "", "my-crawler", null, "", right));

        assertThat(tried).isEqualTo(new Quarantine.Retried(2, 1, 0, Map.of(RejectReason.BAD_NUMBER, 1L), 0));
        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(1);
        assertThat(counts()).isEqualTo("1 0 1 {\"bad-number\": 1}");
        assertThat(bench.one("select options -> 'mapping' ->> 'observed-at' from quarantine", String.class))
                .as("what is left is read by the mended mapping from now on").isEqualTo("column at epoch-seconds");
        assertThat(retry(Mappers.all(), Quarantine.Wanted.ALL).left()).containsEntry(RejectReason.BAD_NUMBER, 1L);
        assertThat(bench.one("select count(*) from event_log where type = 'QUARANTINE_RETRIED'", Long.class))
                .isEqualTo(2);
    }

    @Test
    void rowsOfAKnownFormatAreReadAgainByANewerMapper() {
        bench.run(ImportBench.file("a.csv", "hashtag,observed_at,views\na,2025-01-01 00:00:00,1 tausend\n"
                + "b,2025-01-01 00:00:00,7\nc,2025-01-01 00:00:00,2 tausend\n"));
        List<RowMapper> newer = mended(FileFormat.HASHTAG_VIEWS, text -> text.replace(" tausend", "000"));

        assertThat(retry(newer, new Quarantine.Wanted("A.CSV", "bad-number", "hashtag-views", null, "", null)))
                .isEqualTo(new Quarantine.Retried(2, 2, 0, Map.of(), 0));

        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(3);
        assertThat(bench.one("select count(*) from quarantine", Long.class)).isZero();
        assertThat(counts()).isEqualTo("3 0 0 {}");
        assertThat(retry(newer, Quarantine.Wanted.ALL).tried()).isZero();
    }

    @Test
    void aRetryThatIsCutOffChangesNothing() {
        bench.run(ImportBench.file("a.csv", "hashtag,observed_at,views\na,2025-01-01 00:00:00,x\nb,2025-01-01,y\n"));
        String before = bench.dump();
        List<RowMapper> dying = mended(FileFormat.HASHTAG_VIEWS, text -> {
            if (text.equals("y")) {
                throw new IllegalStateException("killed");
            }
            return text.replace("x", "5");
        });

        assertThatThrownBy(() -> retry(dying, Quarantine.Wanted.ALL)).hasMessage("killed");

        assertThat(bench.dump()).isEqualTo(before);
    }

    @Test
    void whatIsKnownMeanwhileIsStoredOnce() {
        bench.run(ImportBench.file("a.csv", "hashtag,observed_at,views\na,2025-01-01 00:00:00,1 tausend\n"));
        bench.run(ImportBench.file("b.csv", "hashtag,observed_at,views\na,2025-01-01 00:00:00,1000\n"));

        Quarantine.Retried tried = retry(mended(FileFormat.HASHTAG_VIEWS, text -> text.replace(" tausend", "000")),
                Quarantine.Wanted.ALL);

        assertThat(tried.known()).isEqualTo(1);
        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(1);
    }

    @Test
    void aKeptRowKeepsItsIdsAndLosesItsContacts() {
        bench.run(ImportBench.file("a.jsonl", """
            {"id":"7600000000000000001","text":"write to somebody@example.com","createTime":1722900000,\
            "webVideoUrl":"https://www.tiktok.com/@maker1/video/7600000000000000001","authorMeta":{"name":"maker1"},\
            "playCount":"lots","diggCount":5}
            """), ImportBench.reading(), new ImportOptions(null, Instant.parse("2026-02-01T00:00:00Z")));
        assertThat(bench.one("select kept from quarantine", String.class)).doesNotContain("somebody@example.com");

        retry(mended(FileFormat.APIFY_ITEMS, text -> text.replace("lots", "12")), Quarantine.Wanted.ALL);

        assertThat(bench.one("select string_agg(entity_id, ' ' order by entity_id) from entity", String.class))
                .isEqualTo("7600000000000000001");
    }

    @Test
    void privateContentIsNotKeptToBeTriedAgain() {
        bench.run(ImportBench.file("a.jsonl", "{\"id\":\"7600000000000000001\",\"privateItem\":true,\"stats\":{}}\n"
                + "{\"id\":\"x\",\"stats\":{\"playCount\":5}}\n"));

        assertThat(bench.one("select kept is null from quarantine where reason = 'private'", Boolean.class)).isTrue();
        Quarantine.Retried tried = retry(Mappers.all(), Quarantine.Wanted.ALL);
        assertThat(tried.tried()).isEqualTo(1);
        assertThat(tried.notKept()).isEqualTo(1);
    }

    @Test
    void aMappingIsRefusedForRowsOfAKnownFormat() {
        bench.run(ImportBench.file("a.csv", "hashtag,observed_at,views\na,2025-01-01 00:00:00,x\n"));

        assertThatThrownBy(() -> retry(Mappers.all(), new Quarantine.Wanted("", "", "", null, "",
                ColumnMapping.parse("m", WRONG, null)))).isInstanceOf(MappingRefused.class)
                .hasMessageContaining("known format");
    }

    @Test
    void anAnswerReadAgainByANewerMapperAddsOnlyWhatItRefusedBefore() {
        Instant nine = Instant.parse("2026-02-01T09:00:00Z");
        RawAnswer answer = new RawAnswer("ensembledata hashtag:rest page 1", FileFormat.ENSEMBLEDATA_POSTS,
                "ensembledata", nine, """
                    {"data":[{"aweme_id":"7600000000000000001","statistics":{"play_count":5}},
                    {"aweme_id":"7600000000000000002","statistics":{"play_count":"lots"}}]}""");
        Collecting.answers(bench.database, CLOCK).take(bench.tenant, List.of(answer), db -> {
        });

        TakenIn again = new AnswerBatches(bench.database,
                mended(FileFormat.ENSEMBLEDATA_POSTS, text -> text.replace("lots", "9")), CLOCK)
                .take(bench.tenant, List.of(answer), db -> {
                });

        assertThat(again).isEqualTo(new TakenIn(2, 1, 1, 1, Map.of()));
        assertThat(bench.one("select count(*) from quarantine", Long.class)).isZero();
    }

    @Test
    void aMappingIsTheSameAfterItWasTold() {
        ColumnMapping mapping = ColumnMapping.parse("m", """
            kind: {column: what is it}
            id: number
            name: called
            observed-at: {column: at the time, format: epoch-milliseconds}
            source: my-crawler
            views: seen
            saves: kept
            """, null);

        assertThat(ColumnMapping.ofIdentity(mapping.identity())).isEqualTo(mapping);
        ColumnMapping constant = ColumnMapping.parse("m", WRONG.replaceAll("\\{column.*}",
                "{constant: 2025-01-01T00:00:00Z}"), null);
        assertThat(ColumnMapping.ofIdentity(constant.identity())).isEqualTo(constant);
    }
}
