/// Themes of a tenant's captions over time: carried on from run to run, named by a vocabulary that grows by approval.
///
/// [dev.upswell.server.theme.Themes] is what others work with.
@NullMarked
package dev.upswell.server.theme;

import org.jspecify.annotations.NullMarked;
