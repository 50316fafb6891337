package io.monthend.tasks;

import io.monthend.people.Account;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EventSubProcess;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.SubProcess;
import org.flowable.engine.HistoryService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.history.HistoricActivityInstance;
import org.flowable.engine.history.HistoricProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The diagram of a case: the ways it has gone, where it stands, and where it can go from there. */
@Component
public class Diagrams {

  /** What an element of the diagram is to a case. */
  enum Mark {
    DONE,
    CURRENT,
    POSSIBLE
  }

  private final Cases cases;
  private final JdbcClient jdbc;
  private final HistoryService history;
  private final RepositoryService definitions;

  Diagrams(Cases cases, JdbcClient jdbc, HistoryService history, RepositoryService definitions) {
    this.cases = cases;
    this.jdbc = jdbc;
    this.history = history;
    this.definitions = definitions;
  }

  /**
   * The diagram of a case that somebody may see, as an SVG element without script or style.
   *
   * @param words the text for a key, such as {@code leave-request.decide} or {@code diagram.done};
   *     a key it does not know it gives back, and the name in the process stands for it
   */
  public Optional<String> of(Account who, String caseNo, UnaryOperator<String> words) {
    return cases
        .find(who, caseNo)
        .flatMap(found -> instanceOf(caseNo))
        .map(instance -> {
          BpmnModel model = definitions.getBpmnModel(instance.getProcessDefinitionId());
          return new DiagramDrawing(model, marks(model, instance.getId()), words).svg();
        });
  }

  private Optional<HistoricProcessInstance> instanceOf(String caseNo) {
    return jdbc.sql("select process_instance from work_case where case_no = :case")
        .param("case", caseNo)
        .query(String.class)
        .optional()
        .map(id ->
            history.createHistoricProcessInstanceQuery().processInstanceId(id).singleResult());
  }

  private Map<Mark, Set<String>> marks(BpmnModel model, String instance) {
    Map<Mark, Set<String>> marks = new EnumMap<>(Mark.class);
    Set<String> done = new HashSet<>();
    Set<String> current = new HashSet<>();
    List<HistoricActivityInstance> activities =
        history.createHistoricActivityInstanceQuery().processInstanceId(instance).list();
    for (HistoricActivityInstance activity : activities) {
      (activity.getEndTime() == null ? current : done).add(activity.getActivityId());
    }
    marks.put(Mark.CURRENT, current);
    marks.put(Mark.DONE, done);
    marks.put(Mark.POSSIBLE, reachable(model, current));
    return marks;
  }

  /** What can come after what is current, over any number of steps. */
  static Set<String> reachable(BpmnModel model, Set<String> current) {
    Set<String> seen = new HashSet<>();
    Deque<FlowNode> toVisit = new ArrayDeque<>();
    for (String id : current) {
      if (model.getFlowElement(id) instanceof FlowNode node) {
        toVisit.add(node);
      }
    }
    while (!toVisit.isEmpty()) {
      FlowNode node = toVisit.remove();
      for (FlowElement next : after(node)) {
        if (seen.add(next.getId()) && next instanceof FlowNode further) {
          toVisit.add(further);
        }
      }
      for (SequenceFlow flow : node.getOutgoingFlows()) {
        seen.add(flow.getId());
      }
    }
    return seen;
  }

  private static List<FlowElement> after(FlowNode node) {
    List<FlowElement> next = new ArrayList<>();
    node.getOutgoingFlows().forEach(flow -> next.add(flow.getTargetFlowElement()));
    if (node instanceof Activity activity) {
      next.addAll(activity.getBoundaryEvents());
    }
    if (node instanceof SubProcess inside) {
      inside.getFlowElements().stream()
          .filter(element -> element instanceof EventSubProcess || isBegin(element))
          .forEach(next::add);
    }
    SubProcess around = node.getSubProcess();
    if (around != null && node.getOutgoingFlows().isEmpty()) {
      next.add(around);
    }
    return next;
  }

  private static boolean isBegin(FlowElement element) {
    return element instanceof StartEvent;
  }
}
