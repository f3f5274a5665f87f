/// The master key kept in HashiCorp Vault.
@NullMarked
package dev.upswell.server.vault.hashicorp;

import org.jspecify.annotations.NullMarked;
