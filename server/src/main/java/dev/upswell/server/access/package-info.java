/// Who may come in, and as which tenant: tenant names, people and their passwords, tokens of programs, sign-ins, and which routes ask
/// for what.
@NullMarked
package dev.upswell.server.access;

import org.jspecify.annotations.NullMarked;
