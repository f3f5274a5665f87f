package dev.upswell.server.scorecard;

import dev.upswell.scorecard.Gap;
import java.util.List;
import java.util.stream.IntStream;

/// What to do about a gap: the steps stand in the message bundle below `playbook.` and the name of the gap.
///
/// @param cost in words
/// @param hours that it takes about
/// @param days that its experiment runs at least
/// @param threshold rise of the indicator's score from which the origin calls it a success
/// @param variant what the treated group is called
/// @param watched inputs in which success shows
public record Playbook(Gap gap, String cost, int hours, int days, double threshold, String variant,
        List<String> watched) {

    private static final int STEPS = 5;

    public Playbook {
        watched = List.copyOf(watched);
    }

    /// The playbook of a gap.
    public static Playbook of(Gap gap) {
        return switch (gap) {
            case CONVERSION_RATE -> new Playbook(gap, "high", 24, 21, 0.15, "conversion_optimized",
                    List.of("conversion_rate", "total_revenue", "avg_order_value"));
            case CART_ABANDONMENT_RATE -> new Playbook(gap, "medium", 12, 14, 0.12, "abandonment_reduction",
                    List.of("funnel_completion_rate", "cart_abandonment_rate"));
            case FUNNEL_COMPLETION_RATE -> new Playbook(gap, "medium", 12, 14, 0.10, "optimized_funnel",
                    List.of("funnel_completion_rate", "cart_abandonment_rate"));
            case TIKTOK_SHOP_INTEGRATION -> new Playbook(gap, "medium", 12, 14, 0.12, "shop_optimized",
                    List.of("listing_quality", "product_velocity", "integration_seamlessness"));
            case VIDEO_QUALITY -> new Playbook(gap, "low", 4, 10, 0.06, "enhanced_quality",
                    List.of("video_quality", "content_freshness"));
            case INTERACTION_BALANCE -> new Playbook(gap, "low", 4, 7, 0.08, "interactive_content",
                    List.of("likes_ratio", "comments_ratio", "shares_ratio"));
        };
    }

    /// Where its title stands.
    public String title() {
        return "playbook." + gap.field() + ".title";
    }

    /// Where its steps stand.
    public List<String> steps() {
        return IntStream.rangeClosed(1, STEPS).mapToObj(step -> "playbook." + gap.field() + "." + step).toList();
    }
}
