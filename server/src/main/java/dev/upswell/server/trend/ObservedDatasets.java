package dev.upswell.server.trend;

import dev.upswell.server.store.Dataset;

/// The datasets of readings and of videos that computations read, declared by the slice that writes them.
public record ObservedDatasets(Dataset observation, Dataset video) {
}
