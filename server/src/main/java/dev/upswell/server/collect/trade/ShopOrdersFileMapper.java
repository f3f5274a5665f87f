package dev.upswell.server.collect.trade;

import dev.upswell.commerce.Money;
import dev.upswell.commerce.OrderLine;
import dev.upswell.commerce.ShopOrder;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.CsvHeader;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowCheck;
import dev.upswell.server.collect.row.RowMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Orders that a shop exports from TikTok's Seller Center, a row for each product of an order, without anything about buyers.
///
/// **units** the price of one is the line's amount after discounts by its quantity, else the price before; times have no zone
/// and are taken as UTC; `02/27/2026 9:05:00 AM` has the month first, `27/02/2026 09:05:00` the day.
final class ShopOrdersFileMapper implements RowMapper {

    private static final int SURE = 20;
    private static final Pattern SLASHED = Pattern
            .compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}) (\\d{1,2}):(\\d{2})(?::(\\d{2}))?( ?[AaPp][Mm])?");
    private static final Pattern AMOUNT = Pattern.compile("(?:([A-Z]{3}) ?)?([\\d.,]+)");

    @Override
    public FileFormat format() {
        return FileFormat.TIKTOK_SELLER_CENTER_ORDERS;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String contentSource() {
        return "tiktok-seller-center";
    }

    @Override
    public List<String> recognised(List<String> columns) {
        return columns.stream().filter(ShopOrdersFileMapper::isRead).toList();
    }

    private static boolean isRead(String column) {
        return ShopOrderColumns.READ.stream().anyMatch(column::equalsIgnoreCase);
    }

    @Override
    public int affinity(RawRow row) {
        return row instanceof RawRow.Csv csv && ShopOrderColumns.REQUIRED.stream()
                .allMatch(name -> NamedColumns.column(csv.header().columns(), name) != null) ? SURE : 0;
    }

    /// Only the columns that are read.
    @Override
    public RawRow withoutPeople(RawRow row) {
        return switch (row) {
            case RawRow.Csv csv -> {
                List<String> columns = new ArrayList<>();
                List<String> values = new ArrayList<>();
                for (int i = 0; i < csv.values().size(); i++) {
                    if (isRead(csv.header().columns().get(i))) {
                        columns.add(csv.header().columns().get(i));
                        values.add(csv.values().get(i));
                    }
                }
                yield new RawRow.Csv(csv.position(), new CsvHeader(columns), values);
            }
            case RawRow.Json json -> json;
            case RawRow.Broken broken -> new RawRow.Broken(broken.position(), broken.reason(), broken.detail(), "");
        };
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
        String order = check.number(ShopOrderColumns.ORDER, row.first(List.of(ShopOrderColumns.ORDER)));
        if (order == null) {
            // Below its header an export describes its columns in words; of such a row nothing else is said.
            return;
        }
        String sku = figures.digits(ShopOrderColumns.SKU, row.first(List.of(ShopOrderColumns.SKU)));
        String status = figures.text(ShopOrderColumns.STATUS, row.first(List.of(ShopOrderColumns.STATUS)));
        String product = figures.text(ShopOrderColumns.PRODUCT, row.first(List.of(ShopOrderColumns.PRODUCT)));
        var pieces = check.exact(ShopOrderColumns.QUANTITY, row.first(List.of(ShopOrderColumns.QUANTITY)),
                CountLimit.ITEMS);
        Instant created = check.createdAt(ShopOrderColumns.CREATED,
                iso(row.first(List.of(ShopOrderColumns.CREATED))), null);
        String told = figures.currency(ShopOrderColumns.CURRENCY, row.first(List.of(ShopOrderColumns.CURRENCY)));
        Money total = money(ShopOrderColumns.AMOUNT, row, told, figures);
        Money subtotal = money(ShopOrderColumns.SUBTOTAL, row, told, figures);
        Money price = subtotal == null || pieces == null
                ? money(ShopOrderColumns.UNIT_PRICE, row, told, figures)
                : subtotal.per((double) pieces.value());
        check.fact(new ShopOrder(order, contentSource(), figures.toldAt(), status, created, null, null, total));
        check.fact(new OrderLine(order, sku == null ? "1" : sku, contentSource(), figures.toldAt(),
                new OrderLine.Item(null, sku, product), price, pieces == null ? null : pieces.value(), null, null));
    }

    /// An amount with or without its currency in front, as in `BRL 1,234.50`.
    private static @Nullable Money money(String column, NamedColumns row, @Nullable String told, FigureCheck figures) {
        String text = row.first(List.of(column));
        Matcher written = AMOUNT.matcher(text == null ? "" : text);
        if (text == null || !written.matches()) {
            return figures.certainMoney(column, text, told);
        }
        String number = written.group(2);
        String plain = number.matches("\\d{1,3}(,\\d{3})+(\\.\\d+)?") ? number.replace(",", "") : number;
        return figures.certainMoney(column, plain, written.group(1) == null ? told : written.group(1));
    }

    /// A time with slashes in the form that is read everywhere; others as they are.
    private static @Nullable String iso(@Nullable String text) {
        Matcher time = SLASHED.matcher(text == null ? "" : text);
        if (text == null || !time.matches()) {
            return text;
        }
        String half = time.group(7);
        int hour = Integer.parseInt(time.group(4));
        if (half != null) {
            hour = hour % 12 + (half.strip().equalsIgnoreCase("pm") ? 12 : 0);
        }
        String first = time.group(1);
        String second = time.group(2);
        return "%s-%02d-%02d %02d:%s:%s".formatted(time.group(3), Integer.parseInt(half == null ? second : first),
                Integer.parseInt(half == null ? first : second), hour, time.group(5),
                time.group(6) == null ? "00" : time.group(6));
    }
}
