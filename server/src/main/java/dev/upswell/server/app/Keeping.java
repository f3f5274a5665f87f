package dev.upswell.server.app;

import dev.upswell.server.app.OpenWorkplace.Ground;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.comply.Cleaning;
import dev.upswell.server.comply.Retained;
import dev.upswell.server.comply.RetentionClass;
import dev.upswell.server.comply.RetentionSettings;
import dev.upswell.server.feature.FeatureDataset;
import dev.upswell.server.live.sweep.AnswerDataset;
import dev.upswell.server.privacy.TenantErasures;
import dev.upswell.server.setting.Setting;
import dev.upswell.server.setting.Settings;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.MetricDataset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How long what is kept, by the settings, and what goes with a tenant.
final class Keeping {

    /// What gates set aside, until somebody decides.
    private static final List<Dataset> HELD = List.of(Collected.HELD_OBSERVATION, Collected.HELD_VIDEO);

    /// Every dataset of the lake with its class; a test holds it against [LakeUpkeep#DATASETS].
    static final List<Retained> LAKE = Stream.of(
            Stream.<Retained>of(new Retained.ByRow(RetentionClass.RAW, AnswerDataset.ANSWER, AnswerDataset.WORK)),
            byFile(RetentionClass.READINGS, Collected.WORK,
                    Collected.DATASETS.stream().filter(dataset -> !HELD.contains(dataset)).toList()),
            HELD.stream().<Retained>map(dataset -> new Retained.ByBatch(RetentionClass.RAW, dataset, Collected.WORK)),
            byFile(RetentionClass.AGGREGATES, MetricDataset.WORK, MetricDataset.DATASETS),
            byFile(RetentionClass.AGGREGATES, FeatureDataset.WORK, FeatureDataset.DATASETS))
            .flatMap(Function.identity()).toList();

    /// Every dataset of the lake with texts that people wrote. Raw answers, which are kept for weeks only, are not written anew.
    static final List<Cleaning.Texts> TEXTS = List.of(texts(Collected.VIDEO, "caption"),
            texts(Collected.HELD_VIDEO, "caption"), texts(CommerceDatasets.AD_RESULT, "name"),
            texts(CommerceDatasets.LIBRARY_AD, "advertiser", "paid_by"), texts(CommerceDatasets.ORDER_LINE, "product"),
            texts(CommerceDatasets.PRODUCT_SALES, "product", "shop"),
            texts(CommerceDatasets.OWN_ASSET, "campaign", "caption_text", "hook", "script"));

    private Keeping() {
    }

    private static Cleaning.Texts texts(Dataset dataset, String... columns) {
        return new Cleaning.Texts(dataset, List.of(columns), Collected.WORK);
    }

    private static Stream<Retained> byFile(RetentionClass kind, String work, List<Dataset> datasets) {
        return datasets.stream().map(dataset -> new Retained.ByFile(kind, dataset, work));
    }

    /// Erasures of tenants over this ground, which is the tenant that the installation is run from.
    static TenantErasures tenantErasures(Ground ground, Consumer<TenantId> letGo) {
        Set<String> works = LAKE.stream().map(Retained::work).collect(Collectors.toSet());
        return new TenantErasures(new TenantErasures.Parts(ground.tenant(), ground.database(), ground.clock(),
                new TenantErasures.Places(ground.settings().data(),
                        DataFolderOpener.store(ground.settings()).lakeFolder(), works),
                new TenantErasures.Hooks(letGo, () -> {
                })));
    }

    static RetentionSettings settings(Settings settings) {
        return RetentionSettings.USUAL.with(RetentionClass.RAW, settings.number(Setting.RETENTION_RAW_DAYS))
                .with(RetentionClass.AGGREGATES, settings.number(Setting.RETENTION_AGGREGATE_DAYS))
                .with(RetentionClass.PREDICTIONS, settings.number(Setting.RETENTION_PREDICTION_DAYS))
                .with(RetentionClass.LOGS, settings.number(Setting.RETENTION_LOG_DAYS))
                .with(RetentionClass.READINGS, settings.number(Setting.RETENTION_READING_DAYS));
    }
}
