package dev.upswell.server.collect.mapper;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.row.CsvMapper;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowCheck;
import dev.upswell.server.collect.row.TreeItem;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Items of the Apify TikTok actors flattened to CSV, with columns such as `authorMeta/fans` and `hashtags/0/name`, or
/// `authorMeta.fans`. The nesting is restored, and then it is an item like any other.
final class ApifyItemsCsvMapper implements CsvMapper {

    private static final Pattern READ = Pattern
            .compile("id|text|createTime|createTimeISO|webVideoUrl|isSlideshow|error|errorCode|url|input"
                    + "|(play|digg|comment|share|collect)Count|authorMeta\\.(name|fans|heart|video|privateAccount)"
                    + "|musicMeta\\.(musicId|musicName)|videoMeta\\.duration|hashtags\\.\\d+\\.name|searchHashtag\\.(name|views)");

    @Override
    public FileFormat format() {
        return FileFormat.APIFY_ITEMS_CSV;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String contentSource() {
        return ApifyItem.SOURCE;
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("webVideoUrl", "playCount");
    }

    @Override
    public List<String> recognised(List<String> columns) {
        return columns.stream().filter(column -> READ.matcher(column.replace('/', '.')).matches()).toList();
    }

    @Override
    public int affinity(RawRow row) {
        boolean nested = row instanceof RawRow.Csv csv && csv.header().columns().stream()
                .anyMatch(column -> column.matches("(authorMeta|videoMeta|musicMeta)[./].+"));
        return nested ? CsvMapper.super.affinity(row) : 0;
    }

    @Override
    public void read(RawRow.Csv row, RowCheck check) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        for (String column : row.header().columns()) {
            String value = row.field(column);
            if (value != null) {
                Unflattening.put(item, column, value);
            }
        }
        ApifyItem.read(new TreeItem(item), check);
    }
}
