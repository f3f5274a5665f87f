package dev.upswell.server.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.stream.Stream;

/// The dependencies between classes, held against a module table.
final class Arrows {

    private final JavaClasses classes;
    private final ModuleTable table;

    Arrows(JavaClasses classes, ModuleTable table) {
        this.classes = classes;
        this.table = table;
    }

    /// Arrows that point down the table, from a slice to one that stands after it.
    List<String> againstTable() {
        return arrows().filter(arrow -> {
            int from = table.place(arrow.getOriginClass().getPackageName());
            int to = table.place(arrow.getTargetClass().getPackageName());
            return from >= 0 && to >= 0 && to > from;
        }).map(Arrows::words).distinct().toList();
    }

    /// Packages below the base package whose slice has no row in the table.
    List<String> slicesWithoutRow() {
        return classes.stream().map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(table.basePackage() + "."))
                .map(table::sliceOf).filter(slice -> !table.slices().contains(slice)).distinct().sorted().toList();
    }

    /// Arrows from outside a slice into one of its sub-packages, except by the slice that wires everything.
    List<String> intoPrivatePackages(String wiringSlice) {
        return arrows().filter(arrow -> {
            String from = arrow.getOriginClass().getPackageName();
            String to = arrow.getTargetClass().getPackageName();
            if (table.place(to) < 0 || to.equals(table.basePackage() + "." + table.sliceOf(to))) {
                return false;
            }
            boolean sameSlice = table.place(from) >= 0 && table.sliceOf(from).equals(table.sliceOf(to));
            boolean wiring = table.place(from) >= 0 && table.sliceOf(from).equals(wiringSlice);
            return !sameSlice && !wiring;
        }).map(Arrows::words).distinct().toList();
    }

    /// Arrows from a package to one of its own sub-packages.
    List<String> fromParentToChild() {
        return arrows().filter(arrow -> {
            String from = arrow.getOriginClass().getPackageName();
            return table.place(from) >= 0 && arrow.getTargetClass().getPackageName().startsWith(from + ".");
        }).map(Arrows::words).distinct().toList();
    }

    private Stream<Dependency> arrows() {
        return classes.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private static String words(Dependency arrow) {
        return arrow.getOriginClass().getName() + " -> " + arrow.getTargetClass().getName();
    }
}
