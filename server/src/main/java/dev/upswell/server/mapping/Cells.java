package dev.upswell.server.mapping;

import dev.upswell.server.mapping.ColumnMapping.TimeFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The cells of a wide table: columns of which every cell is a reading, and whose names say when it was made, or of whom.
///
/// @param counter of [ColumnMapping#COUNTERS], which every cell is
/// @param format how times are written in the names
/// @param zone of times that name none
/// @param except columns that are no cells, although their names look so
public record Cells(String counter, Across across, TimeFormat format, ZoneId zone, Totals totals, Set<String> except) {

    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?( ?(?:Z|UTC|[+-]\\d{2}:?\\d{2}))?)?");
    private static final Pattern ORDERED = Pattern.compile(
            "(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})(?:,?[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?");
    private static final Pattern SECONDS = Pattern.compile("1[4-9]\\d{8}");
    private static final Pattern MILLIS = Pattern.compile("1[4-9]\\d{11}");
    private static final String KEY = "cells";
    private static final String EXCEPT = KEY + ".except.";

    public Cells {
        except = Set.copyOf(except);
    }

    /// What the names of the columns say.
    public enum Across {
        /// When the readings were made.
        TIMES,
        /// Of which hashtag, sound, video or creator they are.
        NAMES;

        /// The word for it in mappings.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// That of this word, if there is one.
        public static Optional<Across> find(String label) {
            return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
        }
    }

    /// Of what the numbers are totals.
    public enum Totals {
        /// Of all that was before, so that they can only grow.
        RUNNING,
        /// Of a day or an hour alone, from which no growth is read; indexes of interest are such too.
        PERIOD;

        /// The word for it in mappings.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Those of this word, if there are any.
        public static Optional<Totals> find(String label) {
            return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
        }
    }

    /// Whether a column's name can be a time, in any of the formats.
    public static boolean isTime(String column) {
        return YEAR_FIRST.matcher(column).matches() || ORDERED.matcher(column).matches()
                || SECONDS.matcher(column).matches() || MILLIS.matcher(column).matches();
    }

    /// Whether it is a time in which day and month stand before the year.
    static boolean isOrdered(String column) {
        return ORDERED.matcher(column).matches();
    }

    /// Those of a header's columns that are cells.
    ///
    /// @param read columns that the mapping takes as something else
    public List<String> columns(Collection<String> header, Set<String> read) {
        return header.stream().filter(column -> !read.contains(column) && !except.contains(column)
                && (across == Across.NAMES || isTime(column))).toList();
    }

    /// The same of columns that are called otherwise.
    Cells renamed(UnaryOperator<String> columns) {
        return new Cells(counter, across, format, zone, totals,
                except.stream().map(columns).collect(Collectors.toSet()));
    }

    /// The time that a column's name says in the stated format; empty when it is no such time.
    public Optional<Instant> at(String column) {
        return at(column, format, zone);
    }

    static Optional<Instant> at(String column, TimeFormat format, ZoneId zone) {
        try {
            Matcher text = (format == TimeFormat.ISO ? YEAR_FIRST : ORDERED).matcher(column);
            return switch (format) {
                case EPOCH_SECONDS -> SECONDS.matcher(column).matches()
                        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(column)))
                        : Optional.empty();
                case EPOCH_MILLISECONDS -> MILLIS.matcher(column).matches()
                        ? Optional.of(Instant.ofEpochMilli(Long.parseLong(column)))
                        : Optional.empty();
                case ISO -> text.matches()
                        ? Optional.of(moment(text, 1, 2, 3, text.group(7) == null ? zone : named(text.group(7))))
                        : Optional.empty();
                case DAY_FIRST -> text.matches() ? Optional.of(moment(text, 3, 2, 1, zone)) : Optional.empty();
                case MONTH_FIRST -> text.matches() ? Optional.of(moment(text, 3, 1, 2, zone)) : Optional.empty();
            };
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static ZoneId named(String zone) {
        String bare = zone.strip();
        return bare.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(bare);
    }

    private static Instant moment(Matcher text, int year, int month, int day, ZoneId zone) {
        return LocalDateTime.of(number(text, year), number(text, month), number(text, day), number(text, 4),
                number(text, 5), number(text, 6)).atZone(zone).toInstant();
    }

    private static int number(Matcher text, int group) {
        String digits = text.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /// What is said here, beside the rest of a mapping's identity.
    void tell(SortedMap<String, String> identity) {
        identity.put(KEY, counter);
        identity.put(KEY + ".columns", across.label());
        identity.put(KEY + ".format", format.label());
        identity.put(KEY + ".zone", zone.getId());
        identity.put(KEY + ".totals", totals.label());
        except.forEach(column -> identity.put(EXCEPT + column, ""));
    }

    /// The cells that [#tell] told, if there are any.
    static Optional<Cells> ofIdentity(Map<String, String> identity) {
        String counter = identity.get(KEY);
        if (counter == null) {
            return Optional.empty();
        }
        Set<String> except = identity.keySet().stream().filter(key -> key.startsWith(EXCEPT))
                .map(key -> key.substring(EXCEPT.length())).collect(Collectors.toSet());
        return Optional.of(new Cells(counter,
                Across.find(identity.getOrDefault(KEY + ".columns", "")).orElse(Across.TIMES),
                TimeFormat.find(identity.getOrDefault(KEY + ".format", "")).orElse(TimeFormat.ISO),
                ZoneId.of(identity.getOrDefault(KEY + ".zone", "Z")),
                Totals.find(identity.getOrDefault(KEY + ".totals", "")).orElse(Totals.RUNNING), except));
    }
}
