package dev.upswell.server.collect.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.Position;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.row.CsvHeader;
import dev.upswell.server.collect.row.CsvMapper;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class MappersFuzzTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> NAMES = List.of("id", "stats", "statsV2", "playCount", "diggCount", "author",
            "uniqueId",
            "authorMeta", "authorStats", "followerCount", "fans", "name", "musicMeta", "musicId", "videoMeta",
            "duration",
            "video", "webVideoUrl", "createTime", "createTimeISO", "collectTime", "hashtags", "challenges", "title",
            "textExtra",
            "hashtagName", "aweme_info", "aweme_id", "statistics", "play_count", "cha_list", "cha_name", "view_count",
            "text_extra",
            "itemInfos", "authorInfos", "music", "mid", "status", "is_delete", "desc", "text", "searchHashtag", "views",
            "createdAt",
            "durationSeconds", "sound", "creator", "hashtag_name", "publish_cnt", "video_views", "error", "imagePost",
            "isSlideshow",
            "cover", "aweme_type", "create_time", "errorCode");
    private static final List<String> COLUMNS = Mappers.all().stream()
            .flatMap(mapper -> mapper instanceof CsvMapper csv
                    ? Stream.concat(csv.requiredColumns().stream(), csv.optionalColumns().stream())
                    : Stream.<String>empty())
            .distinct().toList();
    private static final List<String> TEXTS = List.of("7400000000000000001", "7.4e+18", "-1", "541.2K", "1e400",
            "1e-400", "0", "99999999999999999999",
            "2024-01-01T00:00:00Z", "2024-02-31 00:00:00", "2024-01-01 25:61:00", "+999999999-12-31T23:59:59Z",
            "1700000000", "1700000000000", "9223372036854775807", "-9223372036854775808", "#", "@", "#\uD83D", "\u0000",
            "true", "NaN", "hashtag", "video", "18446744073709551615", "18446744073709551616", "https://x/video/1",
            "1.7976931348623157E308", "9e18K", "0.0000000001M", "--", ".", "E", "K", "a b",
            "https://www.tiktok.com/@a/photo/7400000000000000002");
    private static final List<String> FLATTENED = List.of("authorMeta/name", "hashtags/0/name", "hashtags/0",
            "hashtags/x/name",
            "authorMeta", "videoMeta/duration", "musicMeta/musicId", "/", "//", "hashtags/999/name");

    @Property(tries = 3_000)
    void noObjectMakesAMapperThrow(@ForAll long seed) {
        JsonNode item = object(new Random(seed), 4);
        for (RowMapper mapper : Mappers.all()) {
            RawRow row = new RawRow.Json(new Position(1, 1), item);
            mapper.affinity(row);
            assertThat(mapper.map(row, CONTEXT)).isInstanceOf(RowResult.class);
        }
    }

    @Property(tries = 1_000)
    void noRecordMakesAMapperThrow(@ForAll("values") List<String> values) {
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.addAll(FLATTENED);
        List<String> fields = columns.stream()
                .map(column -> values.get(Math.floorMod(column.hashCode(), values.size()))).toList();
        RawRow row = new RawRow.Csv(new Position(1, 1), new CsvHeader(columns), fields);
        for (RowMapper mapper : Mappers.all()) {
            mapper.affinity(row);
            assertThat(mapper.map(row, CONTEXT)).isInstanceOf(RowResult.class);
        }
    }

    private static final MappingContext CONTEXT = new MappingContext(GoldenRows.NOW, GoldenRows.NOW);

    @Provide
    Arbitrary<List<String>> values() {
        return texts().list().ofMinSize(3).ofMaxSize(12);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(12), Arbitraries.of(TEXTS));
    }

    /// Trees are drawn from a seed instead of combined from arbitraries, which takes a hundredth of the time.
    private static JsonNode object(Random random, int depth) {
        ObjectNode object = NODES.objectNode();
        for (int i = random.nextInt(14); i > 0; i--) {
            object.set(NAMES.get(random.nextInt(NAMES.size())), value(random, depth - 1));
        }
        return object;
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 6)) {
            case 0, 1, 2 -> NODES.stringNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 3 -> NODES.numberNode(random.nextLong());
            case 4 -> NODES.numberNode(random.nextInt(2_000_000_000));
            case 5 -> random.nextBoolean() ? NODES.nullNode() : NODES.booleanNode(random.nextBoolean());
            case 6, 7, 8 -> object(random, depth);
            default -> {
                ArrayNode array = NODES.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(value(random, depth - 1));
                }
                yield array;
            }
        };
    }
}
