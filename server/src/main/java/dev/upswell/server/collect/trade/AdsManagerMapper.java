package dev.upswell.server.collect.trade;

import dev.upswell.commerce.AdMetric;
import dev.upswell.commerce.AdResult;
import dev.upswell.commerce.AdResult.Level;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowCheck;
import dev.upswell.server.collect.row.RowMapper;
import dev.upswell.server.collect.trade.AdsColumns.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reports that people export from TikTok Ads Manager: what an ad, or a group of ads, brought on a day.
///
/// A row is about the finest thing that it names, by its id where it has one and else by its name; of rows without ids the
/// groups above and the ad's text tell namesakes apart. **units** money in the column `Currency`, else in none; a rate with
/// `%` is a percentage and without it a fraction, and is read only where its parts are missing.
final class AdsManagerMapper implements RowMapper {

    /// More than the columns that any format with some of the same names must have.
    private static final int SURE = 20;

    @Override
    public FileFormat format() {
        return FileFormat.TIKTOK_ADS_MANAGER;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<String> recognised(List<String> columns) {
        Map<String, String> targets = AdsColumns.targets();
        AdsColumns.ACCOUNT.forEach(name -> targets.put(name, "account"));
        return columns.stream().filter(targets::containsKey).toList();
    }

    @Override
    public int affinity(RawRow row) {
        if (!(row instanceof RawRow.Csv csv)) {
            return 0;
        }
        List<String> columns = csv.header().columns();
        boolean about = AdsColumns.SUBJECTS.values().stream()
                .anyMatch(named -> NamedColumns.has(columns, named.ids()) || NamedColumns.has(columns, named.names()));
        boolean fits = about && NamedColumns.has(columns, AdsColumns.DAY)
                && NamedColumns.has(columns, AdsColumns.SPEND)
                && NamedColumns.has(columns, AdsColumns.IMPRESSIONS)
                && NamedColumns.has(columns, AdsColumns.TIKTOKS);
        return fits ? SURE : 0;
    }

    @Override
    public RowResult map(RawRow row, MappingContext context) {
        return switch (row) {
            case RawRow.Csv csv -> {
                RowCheck check = new RowCheck(context);
                read(new NamedColumns(csv), check, new FigureCheck(check, context));
                yield check.result();
            }
            case RawRow.Json _ -> new RowResult.Rejected(RejectReason.NOT_AN_OBJECT, "JSON in a CSV");
            case RawRow.Broken broken -> new RowResult.Rejected(broken.reason(), broken.detail());
        };
    }

    private void read(NamedColumns row, RowCheck check, FigureCheck figures) {
        String written = row.first(AdsColumns.DAY);
        if ("-".equals(written)) {
            check.reject(RejectReason.MISSING_TIME, "the row of totals has no day and is not read", null);
            return;
        }
        figures.learnPoint(AdsColumns.NUMBERS.stream().map(row::first).filter(Objects::nonNull).toList());
        AdResult.Subject subject = subject(row, check, figures);
        LocalDate day = figures.day("day", written);
        if (written == null) {
            check.reject(RejectReason.MISSING_TIME, "no day", null);
        }
        String currency = figures.currency("Currency", row.first(AdsColumns.CURRENCY));
        var spend = figures.certainMoney("Cost", plain(row.first(AdsColumns.SPEND)), currency);
        Map<AdMetric, Double> read = figures(row, figures);
        if (spend == null && read.isEmpty()) {
            check.reject(RejectReason.NO_COUNTS, "neither cost nor figures", null);
        }
        if (subject != null && day != null) {
            check.fact(new AdResult(subject, day, format().label(), figures.toldAt(), spend, read));
        }
    }

    private static AdResult.@Nullable Subject subject(NamedColumns row, RowCheck check, FigureCheck figures) {
        String account = figures.digits("account", row.first(AdsColumns.ACCOUNT));
        for (Map.Entry<Level, Named> one : AdsColumns.SUBJECTS.entrySet()) {
            String id = row.first(one.getValue().ids());
            String name = row.first(one.getValue().names());
            if (id != null || name != null) {
                String word = one.getKey().name().toLowerCase(Locale.ROOT);
                String known = id == null ? figures.required(word, name) : check.number(word + " id", id);
                String part = figures.text("part", part(row, one.getKey(), id == null));
                return known == null
                        ? null
                        : new AdResult.Subject(one.getKey(), known, part, figures.text("name", name), account);
            }
        }
        check.reject(RejectReason.MISSING_ID, "no name or id of an ad, ad group, campaign or account", null);
        return null;
    }

    /// What tells this row from others about the same thing and day: its breakdowns, and of names also what they belong to.
    private static @Nullable String part(NamedColumns row, Level level, boolean byName) {
        List<String> parts = new ArrayList<>();
        AdsColumns.BREAKDOWNS.forEach((word, columns) -> {
            String value = row.first(columns);
            if (value != null && (byName || !word.equals("text"))) {
                parts.add(word + "=" + value);
            }
        });
        if (byName) {
            AdsColumns.SUBJECTS.forEach((above, named) -> {
                String name = row.first(named.names());
                if (above.compareTo(level) > 0 && above != Level.ADVERTISER && name != null) {
                    parts.add(above.name().toLowerCase(Locale.ROOT) + "=" + name);
                }
            });
        }
        return parts.isEmpty() ? null : String.join(" ", parts);
    }

    private static Map<AdMetric, Double> figures(NamedColumns row, FigureCheck figures) {
        Map<AdMetric, Double> read = AdResult.noFigures();
        AdsColumns.FIGURES.forEach((metric, columns) -> put(read, metric, metric == AdMetric.FREQUENCY
                ? figures.figure(columns.getFirst(), plain(row.first(columns)))
                : figures.certainFigure(columns.getFirst(), plain(row.first(columns)))));
        if (!read.containsKey(AdMetric.CLICKS) || !read.containsKey(AdMetric.IMPRESSIONS)) {
            put(read, AdMetric.CTR, rate("CTR", row.first(AdsColumns.CTR), figures));
        }
        if (!read.containsKey(AdMetric.CONVERSIONS) || !read.containsKey(AdMetric.CLICKS)) {
            put(read, AdMetric.CVR, rate("CVR", row.first(AdsColumns.CVR), figures));
        }
        return read;
    }

    private static @Nullable Double rate(String field, @Nullable String text, FigureCheck figures) {
        return text != null && text.endsWith("%")
                ? figures.percent(field, plain(text.substring(0, text.length() - 1).strip()))
                : figures.fraction(field, plain(text));
    }

    private static void put(Map<AdMetric, Double> read, AdMetric metric, @Nullable Double figure) {
        if (figure != null) {
            read.put(metric, figure);
        }
    }

    /// The number without the commas between its thousands.
    private static @Nullable String plain(@Nullable String number) {
        return number == null || !number.matches("\\d{1,3}(,\\d{3})+(\\.\\d+)?") ? number : number.replace(",", "");
    }
}
