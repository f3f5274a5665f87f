package dev.upswell.server.collect.viewing;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowCheck;
import dev.upswell.server.collect.row.RowMapper;
import dev.upswell.server.collect.viewing.StudioTitle.Says;
import java.util.List;
import java.util.Optional;

/// Analytics of one's own videos, a row each, as TikTok Studio and Creator Center show them and people export them.
///
/// Titles are read in English and Indonesian, in any order and case. Figures are totals since a video was posted; a row that
/// names a day is refused, because nobody says whether its figures are of that day.
final class StudioVideosMapper implements RowMapper {

    private static final String SOURCE = "tiktok-studio";
    /// Less than the columns that any other format must have.
    private static final int IF_NOTHING_ELSE = 2;

    @Override
    public FileFormat format() {
        return FileFormat.TIKTOK_STUDIO_VIDEOS;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String contentSource() {
        return SOURCE;
    }

    @Override
    public List<String> recognised(List<String> columns) {
        return columns.stream().filter(column -> StudioTitle.of(column).isPresent()).toList();
    }

    @Override
    public int affinity(RawRow row) {
        if (!(row instanceof RawRow.Csv csv)) {
            return 0;
        }
        List<Says> said = csv.header().columns().stream().map(StudioTitle::of).flatMap(Optional::stream)
                .map(StudioTitle::says).toList();
        boolean video = said.stream().anyMatch(one -> one instanceof Says.VideoId || one instanceof Says.Address);
        boolean viewing = said.stream()
                .anyMatch(one -> one instanceof Says.Told(Figure figure) && Figure.OF_VIEWING.contains(figure));
        return video && viewing ? IF_NOTHING_ELSE : 0;
    }

    @Override
    public RowResult map(RawRow row, MappingContext context) {
        return switch (row) {
            case RawRow.Csv csv -> {
                RowCheck check = new RowCheck(context);
                read(csv, check, new ViewingCheck(check, new FigureCheck(check, context)));
                yield check.result();
            }
            case RawRow.Json _ -> new RowResult.Rejected(RejectReason.NOT_AN_OBJECT, "JSON in a CSV");
            case RawRow.Broken broken -> new RowResult.Rejected(broken.reason(), broken.detail());
        };
    }

    private static void read(RawRow.Csv row, RowCheck check, ViewingCheck viewing) {
        String id = null;
        String address = null;
        String toldAt = null;
        String toldColumn = "observed at";
        for (String column : row.header().columns()) {
            StudioTitle title = StudioTitle.of(column).orElse(null);
            String text = row.field(column);
            if (title == null || text == null) {
                continue;
            }
            switch (title.says()) {
                case Says.Told(Figure figure) -> viewing.read(figure, column, text, title.unit());
                case Says.VideoId() -> id = id == null ? text : id;
                case Says.Address() -> address = address == null ? text : address;
                case Says.ToldAt() -> {
                    toldAt = text;
                    toldColumn = column;
                }
                case Says.Day() -> check.reject(RejectReason.AMBIGUOUS, column
                        + ": figures of that day alone or until its end; if until its end, call the column observed_at",
                        text);
            }
        }
        viewing.tell(check.video("video", id, address), SOURCE, viewing.toldAt(toldColumn, toldAt));
    }
}
