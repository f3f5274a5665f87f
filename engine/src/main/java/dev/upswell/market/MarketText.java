package dev.upswell.market;

import dev.upswell.scorecard.Input;
import java.util.List;

/// What may be seen of a market as a CSV: the creator, the period, all inputs by their names, and the revenue of the next period; what is
/// not told is empty.
public final class MarketText {

    private MarketText() {
    }

    /// The text of these rows, with a header.
    public static String of(List<CreatorPeriod> rows) {
        var text = new StringBuilder("creator_id,period");
        for (Input input : Input.values()) {
            text.append(',').append(input.field());
        }
        text.append(",next_revenue\n");
        for (CreatorPeriod row : rows) {
            text.append(row.creator()).append(',').append(row.period());
            for (Input input : Input.values()) {
                Double value = row.inputs().get(input);
                text.append(',').append(value == null ? "" : value.toString());
            }
            text.append(',').append(row.nextRevenue()).append('\n');
        }
        return text.toString();
    }
}
