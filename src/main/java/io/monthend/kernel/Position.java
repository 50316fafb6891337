package io.monthend.kernel;

/** What a person is employed as (rules E1, G6, J); the codes of the file contract. */
public enum Position {
  CSR,
  RECEPTION,
  LEADER,
  TRAINER,
  SUPERVISOR,
  MANAGER,
  ASSISTANT
}
