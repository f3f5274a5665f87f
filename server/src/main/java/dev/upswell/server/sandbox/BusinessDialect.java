package dev.upswell.server.sandbox;

import dev.upswell.server.sandbox.Trade.AdDay;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The contract of TikTok's advertising reports, for one advertiser: a row for each ad and day; errors come with HTTP 200.
final class BusinessDialect implements Dialect {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST = 1_000;

    private final Trade trade;
    private final Quota quota;

    BusinessDialect(Trade trade, Quota quota) {
        this.trade = trade;
        this.quota = quota;
    }

    @Override
    public Told throttled() {
        return refused(40_100, "Too many requests in a second.");
    }

    @Override
    public Told failing() {
        return refused(50_000, "Something went wrong.");
    }

    private static Told refused(int code, String message) {
        ObjectNode body = JSON.objectNode().put("code", code).put("message", message).put("request_id", "sandbox");
        body.putObject("data");
        return Told.of(200, body.toString());
    }

    @Override
    public Told answer(Request request, boolean repeated) {
        if (!SandboxSettings.TOKEN.equals(request.headers().get("access-token"))) {
            return refused(40_105, "Access token is incorrect or has been revoked.");
        }
        if (!request.path().equals("/open_api/v1.3/report/integrated/get/")) {
            return refused(40_002, "There is no such path.");
        }
        if (!quota.take(1)) {
            return refused(40_133, "Too many requests today.");
        }
        if (!request.said("advertiser_id").equals(Trade.ADVERTISER)) {
            return refused(40_001, "No permission for this advertiser.");
        }
        try {
            int page = Integer.parseInt(request.said("page"));
            int size = Integer.parseInt(request.said("page_size"));
            LocalDate from = LocalDate.parse(request.said("start_date"));
            LocalDate to = LocalDate.parse(request.said("end_date"));
            if (page < 1 || size < 1 || size > MOST || to.isBefore(from)) {
                return refused(40_002, "A parameter is out of range.");
            }
            List<AdDay> rows = trade.days().stream()
                    .filter(row -> !row.day().isBefore(from) && !row.day().isAfter(to)).toList();
            return report(rows, page, size, repeated);
        } catch (NumberFormatException | DateTimeException e) {
            return refused(40_002, "A parameter is missing or not understood.");
        }
    }

    private static Told report(List<AdDay> rows, int page, int size, boolean repeated) {
        int begin = Math.min(rows.size(), (page - 1) * size);
        int end = Math.min(rows.size(), begin + size);
        ObjectNode body = JSON.objectNode().put("code", 0).put("message", "OK").put("request_id", "sandbox");
        ObjectNode data = body.putObject("data");
        ArrayNode list = data.putArray("list");
        rows.subList(repeated ? Math.max(0, begin - size) : begin, end).forEach(row -> list.add(row(row)));
        data.putObject("page_info").put("page", page).put("page_size", size).put("total_number", rows.size())
                .put("total_page", (rows.size() + size - 1) / size);
        return Told.of(200, body.toString());
    }

    private static ObjectNode row(AdDay day) {
        long plays = (long) (day.video().views() * day.share());
        long impressions = plays + plays / 10;
        long clicks = (long) (day.video().likes() * day.share());
        ObjectNode row = JSON.objectNode();
        row.putObject("dimensions").put("ad_id", Trade.adId(day.video())).put("stat_time_day",
                day.day() + " 00:00:00");
        row.putObject("metrics").put("spend", decimal(impressions * 0.002)).put("currency", "EUR")
                .put("ad_name", day.video().caption()).put("impressions", String.valueOf(impressions))
                .put("clicks", String.valueOf(clicks))
                .put("ctr", decimal(impressions == 0 ? 0 : 100.0 * clicks / impressions))
                .put("conversion", String.valueOf(clicks / 20)).put("video_play_actions", String.valueOf(plays))
                .put("video_views_p100", String.valueOf(plays / 5)).put("likes", String.valueOf(clicks));
        return row;
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
