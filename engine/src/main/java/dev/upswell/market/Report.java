package dev.upswell.market;

import static dev.upswell.scorecard.Kpi.*;

import dev.upswell.numeric.Dice;
import dev.upswell.scorecard.Input;
import dev.upswell.scorecard.Kpi;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a creator of a simulated market reports: true scores with an error, put into the inputs that indicators are made from, and not
/// all of them.
///
/// Sources are there or not there for good, more often not there for creators who do poorly in what they tell; a source that is there
/// misses single periods and single figures. What creators sell is told by all.
final class Report {

    private static final double LEAST = 0.02;
    private static final double MOST = 0.98;
    /// Of single inputs, beside the error that all inputs of an indicator share.
    private static final double INPUT_ERROR = 0.03;
    private static final double GAPS = 0.2;
    private static final double AVERAGE = 0.5;
    private static final double REACH_OF_PLAN = 5;
    private static final double DURATION = 30;

    private static final List<List<Kpi>> SOURCES = List.of(List.of(SALES_PERFORMANCE),
            List.of(SHOP_CONVERSION, TIKTOK_SHOP), List.of(ENGAGEMENT, ENGAGEMENT_GROWTH, REACH_VISIBILITY),
            List.of(DISCOVERY, TREND_FIT), List.of(CONTENT_STRATEGY, IMAGE_SCORE), List.of(AUDIENCE_FIT),
            List.of(BRAND_FIT), List.of(COST_EFFICIENCY));

    private final MarketSettings settings;
    private final Dice dice;
    private final double plan;
    private final List<List<Kpi>> sources;

    /// @param founding true scores when the creator's sources were connected
    Report(MarketSettings settings, Dice dice, double plan, Map<Kpi, Double> founding) {
        this.settings = settings;
        this.dice = dice;
        this.plan = plan;
        sources = SOURCES.stream().filter(source -> isThere(source, founding)).toList();
    }

    private boolean isThere(List<Kpi> source, Map<Kpi, Double> founding) {
        double score = source.stream().mapToDouble(founding::get).average().orElse(AVERAGE);
        return source.contains(SALES_PERFORMANCE) || !dice.chance(settings.untold() * (1.5 - score));
    }

    /// What is reported of a period with these true scores and this revenue.
    Map<Input, Double> of(Map<Kpi, Double> scores, double revenue) {
        Map<Input, Double> inputs = new EnumMap<>(Input.class);
        for (List<Kpi> source : sources) {
            boolean gap = !source.contains(SALES_PERFORMANCE) && dice.chance(settings.untold() * GAPS);
            for (Kpi kpi : source) {
                double shown = shown(scores.getOrDefault(kpi, AVERAGE), settings.error());
                if (!gap) {
                    tell(kpi, shown, revenue, inputs);
                }
            }
        }
        return inputs;
    }

    private void tell(Kpi kpi, double shown, double revenue, Map<Input, Double> inputs) {
        if (kpi == ENGAGEMENT) {
            tellRatios(shown(shown, INPUT_ERROR), inputs);
        }
        for (Input input : kpi.inputs()) {
            double score = shown(shown, INPUT_ERROR);
            if (input.kind() == Input.Kind.TARGET) {
                inputs.put(input, target(input));
            } else if (input == Input.TOTAL_REVENUE) {
                tellRevenue(revenue, inputs);
            } else if (!isRatio(input) && !dice.chance(settings.untold() * GAPS)) {
                inputs.merge(input, value(input, score), (one, other) -> (one + other) / 2);
            }
        }
    }

    private void tellRevenue(double revenue, Map<Input, Double> inputs) {
        if (settings.revenueTold()) {
            inputs.put(Input.TOTAL_REVENUE, revenue);
        }
    }

    private static boolean isRatio(Input input) {
        return input == Input.LIKES_RATIO || input == Input.COMMENTS_RATIO || input == Input.SHARES_RATIO;
    }

    /// Ratios from 0.7 : 0.2 : 0.1, which is best, towards nothing but shares, which is worst.
    private static void tellRatios(double score, Map<Input, Double> inputs) {
        double off = Math.min(1, (1 - score) / 0.9);
        double shares = 0.1 + 0.9 * off;
        double whole = 0.1 * score / shares;
        inputs.put(Input.LIKES_RATIO, 0.7 * (1 - off) * whole);
        inputs.put(Input.COMMENTS_RATIO, 0.2 * (1 - off) * whole);
        inputs.put(Input.SHARES_RATIO, shares * whole);
    }

    private double target(Input input) {
        return switch (input) {
            case TARGET_REVENUE -> 2 * plan;
            case TARGET_REACH -> REACH_OF_PLAN * plan;
            case TARGET_AOV -> 50;
            case TARGET_CPA -> 50;
            case TARGET_CPE -> 0.5;
            case TARGET_CPV -> 0.05;
            default -> DURATION;
        };
    }

    /// The value of an input that scores this much.
    private double value(Input input, double score) {
        return switch (input) {
            case CART_ABANDONMENT_RATE -> 1 - score;
            case CONVERSION_RATE, RECOMMENDATION_RATE, IMPRESSION_RATE -> score / 10;
            case AVG_ORDER_VALUE -> score * target(Input.TARGET_AOV);
            case AVG_WATCH_TIME -> score * DURATION;
            case ENGAGEMENT_GROWTH_RATE, VIEWS_GROWTH_RATE -> 2.5 * score - 0.5;
            case FOLLOWER_GROWTH_RATE -> 1.3 * score - 0.3;
            case TOTAL_REACH, UNIQUE_VIEWERS -> score * target(Input.TARGET_REACH);
            case COST_PER_ACQUISITION -> target(Input.TARGET_CPA) / (2 * score);
            case COST_PER_ENGAGEMENT -> target(Input.TARGET_CPE) / (2 * score);
            case COST_PER_VIEW -> target(Input.TARGET_CPV) / (2 * score);
            case ROI_SCORE -> 5 * score;
            default -> score;
        };
    }

    private double shown(double score, double error) {
        return Math.clamp(score + error * dice.gaussian(), LEAST, MOST);
    }
}
