package dev.upswell.foreign;

import dev.upswell.companion.FeatureRecipes;
import dev.upswell.feature.FeatureRecipe;
import dev.upswell.feature.FeatureSet;
import dev.upswell.onnx.OnnxModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A model in an ONNX file whose inputs are features that are computed here.
///
/// Either each input has one column and the name of a feature, or the only input has all columns of the set that the file names
/// under [#FEATURE_SET]. A missing feature reaches the model as NaN. It is safe for several threads.
public final class ForeignModel {

    /// The property by which a file names its feature set.
    public static final String FEATURE_SET = "upswell.feature_set";

    private static final int TRIED = 64;
    private static final long SEED = 11;

    private final byte[] file;
    private final OnnxModel model;
    private final FeatureRecipe features;
    private final Map<String, int[]> places;

    private ForeignModel(byte[] file, OnnxModel model, FeatureRecipe features, Map<String, int[]> places) {
        this.file = file;
        this.model = model;
        this.features = features;
        this.places = places;
    }

    /// The model in this file, tried on made-up vectors with and without gaps.
    ///
    /// **errors** `IllegalArgumentException` that tells everything which is not understood, unknown inputs, or what the model said
    /// that is no probability.
    public static ForeignModel read(byte[] file) {
        OnnxModel model = OnnxModel.read(file);
        FeatureRecipe recipe = recipe(model);
        ForeignModel foreign = new ForeignModel(file.clone(), model, recipe, places(model, recipe.set()));
        foreign.scores(made(recipe.set().size()));
        return foreign;
    }

    /// Vectors of nothing, of zeros and of all sizes, so that a model which cannot do without a value shows it now.
    private static float[] made(int width) {
        SplittableRandom random = new SplittableRandom(SEED);
        float[] values = new float[TRIED * width];
        for (int i = 0; i < values.length; i++) {
            int row = i / width;
            boolean missing = row == 0 || row > TRIED / 2 && random.nextInt(3) == 0;
            values[i] = missing
                    ? Float.NaN
                    : row == 1 ? 0 : (float) ((random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(5) - 2));
        }
        return values;
    }

    private static FeatureRecipe recipe(OnnxModel model) {
        String named = model.properties().get(FEATURE_SET);
        if (named != null) {
            return FeatureRecipes.of(named);
        }
        List<String> names = model.inputs().stream().map(OnnxModel.Input::name).toList();
        Optional<FeatureRecipe> holding = FeatureRecipes.ALL.stream()
                .filter(recipe -> !names.isEmpty() && recipe.set().names().containsAll(names)).findFirst();
        return holding.orElseThrow(() -> unknown(names, FeatureRecipes.ALL.stream().map(FeatureRecipe::set)
                .min(Comparator.comparing(set -> unknown(set, names).size())).orElseThrow()));
    }

    private static Map<String, int[]> places(OnnxModel model, FeatureSet set) {
        List<String> names = model.inputs().stream().map(OnnxModel.Input::name).toList();
        Integer columns = model.inputs().size() == 1 ? model.inputs().getFirst().columns() : null;
        if (columns != null && columns == set.size() && !set.names().contains(names.getFirst())) {
            return Map.of(names.getFirst(), IntStream.range(0, set.size()).toArray());
        }
        if (names.isEmpty() || !set.names().containsAll(names)) {
            throw unknown(names, set);
        }
        Map<String, int[]> places = new HashMap<>();
        for (OnnxModel.Input input : model.inputs()) {
            requireOne(input.name(), input.columns());
            places.put(input.name(), new int[]{set.indexOf(input.name())});
        }
        return places;
    }

    private static void requireOne(String name, @Nullable Integer columns) {
        if (columns != null && columns != 1) {
            throw new IllegalArgumentException(
                    "The ONNX file cannot be used: its input " + name + " must have one column,"
                            + " not " + columns + ".\nMaybe give each feature an input of its own.");
        }
    }

    private static List<String> unknown(FeatureSet set, List<String> names) {
        return names.stream().filter(name -> !set.names().contains(name)).toList();
    }

    private static IllegalArgumentException unknown(List<String> names, FeatureSet nearest) {
        List<String> unknown = unknown(nearest, names);
        return new IllegalArgumentException("The ONNX file cannot be used: "
                + (names.isEmpty()
                        ? "it asks for no feature"
                        : "inputs " + String.join(", ", unknown)
                                + " are no features of " + nearest.version())
                + ".\nMaybe name its inputs as the features, or give it one input of all " + nearest.size()
                + " columns and the property " + FEATURE_SET + " = " + nearest.version() + ".");
    }

    /// The file as it came.
    public byte[] file() {
        return file.clone();
    }

    /// How the vectors are computed that it is asked about.
    public FeatureRecipe features() {
        return features;
    }

    /// What the file says of itself, by name; nobody vouches for it.
    public Map<String, String> properties() {
        return model.properties();
    }

    /// One probability per row, before any calibration.
    ///
    /// @param values row after row, in the order of the feature set
    public double[] scores(float[] values) {
        return model.scores(values, features.set().size(), places);
    }
}
