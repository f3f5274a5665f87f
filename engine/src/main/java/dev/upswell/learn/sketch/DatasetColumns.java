package dev.upswell.learn.sketch;

import dev.upswell.learn.Dataset;
import dev.upswell.learn.Fingerprint;
import java.util.List;

/// A data set, which lies row after row, read by columns.
record DatasetColumns(Dataset dataset) implements ColumnTable {

    @Override
    public List<String> columns() {
        return dataset.columns();
    }

    @Override
    public int rows() {
        return dataset.size();
    }

    @Override
    public void read(int column, float[] into) {
        float[] values = dataset.values();
        int width = dataset.columns().size();
        for (int row = 0; row < dataset.size(); row++) {
            into[row] = values[row * width + column];
        }
    }

    @Override
    public int entity(int row) {
        return dataset.entities()[row];
    }

    @Override
    public long cut(int row) {
        return dataset.cuts()[row];
    }

    @Override
    public float label(int row) {
        return dataset.labels()[row];
    }

    @Override
    public String fingerprint() {
        return Fingerprint.of(dataset);
    }
}
