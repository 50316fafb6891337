package io.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.ProcessFileTests.ProcessFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.SequenceFlow;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ways of a process file that the tests of a database have gone. */
public final class WaysTaken {

  private WaysTaken() {}

  /**
   * Fails on the sequence flows of a process that no case on this database has taken, by the
   * engine's own history.
   */
  public static void areAllOf(String process, JdbcClient jdbc) {
    List<String> ways =
        ProcessFile.read(Path.of("processes", process + ".bpmn20.xml"))
            .all(SequenceFlow.class)
            .stream()
            .map(FlowElement::getId)
            .toList();
    Set<String> taken =
        new HashSet<>(
            jdbc.sql(
                    """
                    select distinct a.act_id_ from flowable.act_hi_actinst a
                    join flowable.act_re_procdef d on d.id_ = a.proc_def_id_
                    where d.key_ = :process and a.act_type_ = 'sequenceFlow'
                    """)
                .param("process", process)
                .query(String.class)
                .list());
    assertThat(ways).isNotEmpty().isSubsetOf(taken);
  }
}
