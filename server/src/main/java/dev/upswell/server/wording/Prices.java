package dev.upswell.server.wording;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What models cost, by their name.
///
/// @param byModel in the owner's currency, which is the same for all
public record Prices(Map<String, Price> byModel) {

    private static final Pattern ENTRY = Pattern.compile("([^=,\\s]+)=(\\d+(?:\\.\\d+)?)/(\\d+(?:\\.\\d+)?)");

    public Prices {
        byModel = Map.copyOf(byModel);
    }

    /// What a million tokens cost, of questions and of answers.
    public record Price(double in, double out) {

        /// The cost in millionths, rounded up: a price for a million tokens is that of one in millionths.
        public long micros(long tokensIn, long tokensOut) {
            return (long) Math.ceil(in * tokensIn + out * tokensOut);
        }
    }

    /// Prices as the setting writes them: `model=in/out` for a million tokens, separated by commas.
    ///
    /// **errors** `IllegalArgumentException` when an entry cannot be read.
    public static Prices of(String written) {
        Map<String, Price> prices = new TreeMap<>();
        for (String entry : written.split(",")) {
            if (!entry.isBlank()) {
                Matcher price = ENTRY.matcher(entry.strip());
                if (!price.matches()) {
                    throw new IllegalArgumentException("price (" + entry.strip()
                            + ") must be a model, = and two numbers with / between\nMaybe write claude-sonnet-5=3/15.");
                }
                prices.put(price.group(1),
                        new Price(Double.parseDouble(price.group(2)), Double.parseDouble(price.group(3))));
            }
        }
        return new Prices(prices);
    }

    /// The price of a model; empty when nobody said one.
    public Optional<Price> find(String model) {
        return Optional.ofNullable(byModel.get(model));
    }
}
