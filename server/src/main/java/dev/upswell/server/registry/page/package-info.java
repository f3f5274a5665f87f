/// The pages of the registry: who serves and who comes next, and what is to be done.
@NullMarked
package dev.upswell.server.registry.page;

import org.jspecify.annotations.NullMarked;
