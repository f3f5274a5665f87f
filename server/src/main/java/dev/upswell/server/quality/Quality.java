package dev.upswell.server.quality;

/// All about the quality of one tenant's data: what gates found, how fresh sources are, which batches wait.
public record Quality(QualityRepository found, StalenessRepository staleness, HeldBatches held) {
}
