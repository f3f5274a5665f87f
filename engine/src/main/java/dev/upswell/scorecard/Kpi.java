package dev.upswell.scorecard;

import static dev.upswell.scorecard.Input.*;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A key performance indicator of a creator: a weighted sum of parts, each in [0, 1].
public enum Kpi {
    /// How much is sold.
    SALES_PERFORMANCE(0.30, Tier.REVENUE, Part.between(0.4, CONVERSION_RATE, 0, 0.1),
            Part.towards(0.4, TOTAL_REVENUE, TARGET_REVENUE), Part.towards(0.2, AVG_ORDER_VALUE, TARGET_AOV)),
    /// How many of those who begin to buy also pay.
    SHOP_CONVERSION(0.15, Tier.REVENUE, Part.of(0.5, FUNNEL_COMPLETION_RATE), Part.lack(0.3, CART_ABANDONMENT_RATE),
            Part.of(0.2, CHECKOUT_SUCCESS_RATE)),
    /// How well the shop within TikTok is used.
    TIKTOK_SHOP(0.10, Tier.REVENUE, Part.of(0.4, LISTING_QUALITY), Part.of(0.35, PRODUCT_VELOCITY),
            Part.of(0.25, INTEGRATION_SEAMLESSNESS)),
    /// How much viewers take part.
    ENGAGEMENT(0.10, Tier.ENABLING, Part.balance(0.4), Part.of(0.25, RETENTION_RATE),
            Part.between(0.25, SHARES_RATIO, 0, 0.1), Part.watched(0.1)),
    /// How that grows.
    ENGAGEMENT_GROWTH(0.05, Tier.ENABLING, Part.between(0.5, ENGAGEMENT_GROWTH_RATE, -0.5, 2),
            Part.between(0.3, FOLLOWER_GROWTH_RATE, -0.3, 1), Part.between(0.2, VIEWS_GROWTH_RATE, -0.5, 2)),
    /// How well new viewers find the account.
    DISCOVERY(0.04, Tier.ENABLING, Part.of(0.3, HASHTAG_PERFORMANCE), Part.of(0.3, SEARCH_VISIBILITY),
            Part.between(0.2, RECOMMENDATION_RATE, 0, 0.1), Part.of(0.2, VIRAL_POTENTIAL)),
    /// What is posted, and how regularly.
    CONTENT_STRATEGY(0.06, Tier.ENABLING, Part.of(0.4, VIDEO_QUALITY), Part.of(0.25, CONTENT_FRESHNESS),
            Part.of(0.2, POSTING_CONSISTENCY), Part.of(0.15, CONTENT_DIVERSITY)),
    /// Whether the right people watch.
    AUDIENCE_FIT(0.04, Tier.ENABLING, Part.of(0.3, TARGET_DEMOGRAPHIC_MATCH), Part.of(0.3, AUDIENCE_ENGAGEMENT_QUALITY),
            Part.of(0.2, FOLLOWER_QUALITY_SCORE), Part.of(0.2, AUDIENCE_RETENTION)),
    /// Whether the account suits the brand.
    BRAND_FIT(0.03, Tier.ENABLING, Part.of(0.3, BRAND_ALIGNMENT), Part.of(0.3, TRUST_SCORE),
            Part.of(0.2, AUTHENTICITY_SCORE), Part.of(0.2, BRAND_CONSISTENCY)),
    /// Whether posts meet what is trending.
    TREND_FIT(0.04, Tier.HEALTH, Part.of(0.3, TREND_ALIGNMENT), Part.of(0.3, TIMING_SCORE), Part.of(0.2, VIRAL_POTENTIAL),
            Part.of(0.2, TREND_RELEVANCE)),
    /// How good pictures look.
    IMAGE_SCORE(0.03, Tier.HEALTH, Part.of(0.4, IMAGE_QUALITY), Part.of(0.3, LIGHTING_SCORE),
            Part.of(0.2, COMPOSITION_SCORE), Part.of(0.1, COLOR_BALANCE)),
    /// How many people are reached.
    REACH_VISIBILITY(0.03, Tier.HEALTH, Part.towards(0.3, TOTAL_REACH, TARGET_REACH),
            Part.towards(0.3, UNIQUE_VIEWERS, TARGET_REACH), Part.between(0.2, IMPRESSION_RATE, 0, 0.1),
            Part.of(0.2, VISIBILITY_SCORE)),
    /// What results cost.
    COST_EFFICIENCY(0.03, Tier.HEALTH, Part.cheapness(0.4, COST_PER_ACQUISITION, TARGET_CPA, 0.01),
            Part.cheapness(0.3, COST_PER_ENGAGEMENT, TARGET_CPE, 0.01),
            Part.cheapness(0.2, COST_PER_VIEW, TARGET_CPV, 0.001), Part.between(0.1, ROI_SCORE, 0, 5));

    private final String field;
    private final double seedWeight;
    private final Tier tier;
    private final Part[] parts;
    private final long[] needed;
    private final Set<Input> inputs;

    Kpi(double seedWeight, Tier tier, Part... parts) {
        this.field = name().toLowerCase(Locale.ROOT);
        this.seedWeight = seedWeight;
        this.tier = tier;
        this.parts = parts;
        needed = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            needed[i] = parts[i].needed();
        }
        Set<Input> all = new LinkedHashSet<>();
        for (Part part : parts) {
            all.addAll(part.inputs());
        }
        inputs = Collections.unmodifiableSet(all);
    }

    /// The name in files and requests.
    public String field() {
        return field;
    }

    /// Its weight in [Weighting#SEED].
    double seedWeight() {
        return seedWeight;
    }

    /// How near it stands to revenue.
    public Tier tier() {
        return tier;
    }

    /// What it is made from.
    public Set<Input> inputs() {
        return inputs;
    }

    List<Part> parts() {
        return List.of(parts);
    }

    /// What is known of it.
    KpiScore of(CreatorInputs inputs) {
        double weight = 0;
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            if (inputs.knows(needed[i])) {
                weight += parts[i].weight();
                sum += parts[i].weight() * parts[i].of(inputs);
            }
        }
        return new KpiScore(this, Math.min(1, weight), sum);
    }
}
