package dev.upswell.server.listing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A column of a list: its name, what its numbers count, and how a row says its cell.
///
/// **absence** a cell that is null is one that nobody knows: empty in CSV, null elsewhere, and never 0.
///
/// @param unit of its numbers, such as `views` or `share of 1`; empty for all that is no number
/// @param value of a row: text, a boolean, an [Instant], a [LocalDate] or a number, as the type says
public record Column<T>(String name, String unit, Type type, Function<? super T, ? extends @Nullable Object> value) {

    private static final String COUNT = "count";

    /// What the cells of a column are.
    public enum Type {
        TEXT,
        NUMBER,
        WHOLE,
        FLAG,
        TIME,
        DAY;

        static Type of(Class<?> type) {
            if (type == double.class || type == Double.class) {
                return NUMBER;
            }
            if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
                return WHOLE;
            }
            if (type == boolean.class || type == Boolean.class) {
                return FLAG;
            }
            return type == Instant.class ? TIME : type == LocalDate.class ? DAY : TEXT;
        }
    }

    /// **errors** `IllegalArgumentException` for a number without a unit, and for a unit without a number.
    public Column {
        boolean counts = type == Type.NUMBER || type == Type.WHOLE;
        if (counts == unit.isEmpty()) {
            throw new IllegalArgumentException("column " + name + " of type " + type + " with unit \"" + unit
                    + "\" must have a unit where it has numbers, and none elsewhere\nMaybe name it among the units.");
        }
    }

    /// A column of text.
    public static <T> Column<T> text(String name, Function<? super T, ? extends @Nullable Object> value) {
        return new Column<>(name, "", Type.TEXT, value);
    }

    /// A column of numbers.
    public static <T> Column<T> number(String name, String unit,
            Function<? super T, ? extends @Nullable Object> value) {
        return new Column<>(name, unit, Type.NUMBER, value);
    }

    /// A column of whole numbers.
    public static <T> Column<T> whole(String name, String unit, Function<? super T, ? extends @Nullable Object> value) {
        return new Column<>(name, unit, Type.WHOLE, value);
    }

    /// A column of instants.
    public static <T> Column<T> time(String name, Function<? super T, ? extends @Nullable Object> value) {
        return new Column<>(name, "", Type.TIME, value);
    }

    /// A column of what is so or not.
    public static <T> Column<T> flag(String name, Function<? super T, ? extends @Nullable Object> value) {
        return new Column<>(name, "", Type.FLAG, value);
    }

    /// A column for each component of a record, in its order and by its name; of a record within by both names with a dot between.
    ///
    /// Lists are one text with spaces between. Maps and lists of records are left out: they are tables of their own.
    ///
    /// @param units of the columns with numbers, by name; whole numbers that are not named count something
    /// **errors** `IllegalArgumentException` for a number with a fraction that has no unit, and for a unit without a column
    public static <R extends Record> List<Column<R>> of(Class<R> type, Map<String, String> units) {
        List<Column<R>> columns = new ArrayList<>();
        Set<String> unused = new HashSet<>(units.keySet());
        add(columns, type, new Path<R>("", row -> row), units, unused);
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("units (" + unused + ") must be of columns of " + type.getSimpleName()
                    + "\nMaybe a component has another name now.");
        }
        return List.copyOf(columns);
    }

    private record Path<R>(String prefix, Function<R, ? extends @Nullable Object> to) {
    }

    private static <R> void add(List<Column<R>> columns, Class<?> type, Path<R> path, Map<String, String> units,
            Set<String> unused) {
        for (RecordComponent one : type.getRecordComponents()) {
            String name = path.prefix() + one.getName();
            Function<R, @Nullable Object> value = row -> part(one.getAccessor(), path.to().apply(row));
            if (one.getType().isRecord()) {
                add(columns, one.getType(), new Path<>(name + ".", value), units, unused);
            } else if (isCell(one)) {
                Type kind = Type.of(one.getType());
                unused.remove(name);
                String unit = units.getOrDefault(name, kind == Type.WHOLE ? COUNT : "");
                columns.add(new Column<>(name, unit, kind, kind == Type.TEXT ? row -> said(value.apply(row)) : value));
            }
        }
    }

    private static boolean isCell(RecordComponent one) {
        String generic = one.getGenericType().getTypeName();
        return !Map.class.isAssignableFrom(one.getType())
                && (!Collection.class.isAssignableFrom(one.getType())
                        || generic.endsWith("<java.lang.String>") || generic.endsWith("<java.lang.Double>"));
    }

    private static @Nullable Object said(@Nullable Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining(" "))
                : value == null ? null : value.toString();
    }

    private static @Nullable Object part(Method accessor, @Nullable Object row) {
        if (row == null) {
            return null;
        }
        try {
            accessor.setAccessible(true);
            return accessor.invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("component " + accessor.getName() + " must be readable", e);
        }
    }

    @Nullable
    Object of(T row) {
        return value.apply(row);
    }
}
