package dev.upswell.server.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads an instant as people type it: a date (its first moment), a date with a time, or full ISO-8601; UTC throughout.
public final class InstantText implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            if (text.length() <= 10) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no time; write 2025-07-01, 2025-07-01T06:00 or 2025-07-01T06:00:00Z (UTC)");
        }
    }
}
