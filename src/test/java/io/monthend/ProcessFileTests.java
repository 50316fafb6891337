package io.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import io.monthend.tasks.Outcome;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.FormValue;
import org.flowable.bpmn.model.GraphicInfo;
import org.flowable.bpmn.model.ScriptTask;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.SubProcess;
import org.flowable.bpmn.model.TimerEventDefinition;
import org.flowable.bpmn.model.UserTask;
import org.flowable.validation.ProcessValidatorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every process file has to be: sound, of its own module, complete and pleasant to look at.
 */
class ProcessFileTests {

  private static final Pattern BEAN = Pattern.compile("\\$\\{!?\\s*([a-zA-Z]\\w*)\\.");

  /** A process file as it is read. */
  record ProcessFile(Path path, String text, BpmnModel model) {

    static ProcessFile read(Path path) {
      try (var in = Files.newInputStream(path)) {
        BpmnModel model =
            new BpmnXMLConverter()
                .convertToBpmnModel(XMLInputFactory.newFactory().createXMLStreamReader(in));
        return new ProcessFile(path, Files.readString(path), model);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (XMLStreamException e) {
        throw new IllegalArgumentException(path.toString(), e);
      }
    }

    <T extends FlowElement> List<T> all(Class<T> type) {
      return model.getMainProcess().findFlowElementsOfType(type, true);
    }

    Rectangle2D bounds(String id) {
      return rectangle(model.getGraphicInfo(id));
    }

    @Override
    public String toString() {
      return path.getFileName().toString();
    }
  }

  static List<ProcessFile> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      return files
          .filter(file -> file.toString().endsWith(".bpmn20.xml"))
          .sorted()
          .map(ProcessFile::read)
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void theEngineFindsNothingWrong(ProcessFile file) {
    assertThat(new ProcessValidatorFactory().createDefaultProcessValidator().validate(file.model()))
        .extracting(error -> error.getActivityId() + ": " + error.getProblem())
        .isEmpty();
    assertThat(file.all(ScriptTask.class)).isEmpty();
    assertThat(file.path().getFileName().toString())
        .isEqualTo(file.model().getMainProcess().getId() + ".bpmn20.xml");
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyTaskHasANameSomebodyToDoItADayItIsDueAndItsOutcomes(ProcessFile file) {
    List<String> outcomes = Arrays.stream(Outcome.values()).map(Outcome::name).toList();
    assertThat(file.all(UserTask.class))
        .isNotEmpty()
        .allSatisfy(task -> {
          assertThat(task.getName()).isNotBlank();
          assertThat(task.getDueDate()).as(task.getId()).isNotBlank();
          assertThat(task.getAssignee() != null || !task.getCandidateGroups().isEmpty()).isTrue();
          assertThat(task.getFormProperties()).hasSize(1);
          assertThat(task.getFormProperties().getFirst().getFormValues())
              .extracting(FormValue::getId)
              .isNotEmpty()
              .isSubsetOf(outcomes);
          assertThat(task.getCategory()).isIn("decision", "own");
        });
  }

  /** A due date alone does nothing. */
  @ParameterizedTest
  @MethodSource("files")
  void everyDecisionRemindsAndEscalatesWithoutBeingInterrupted(ProcessFile file) {
    assertThat(file.all(UserTask.class))
        .filteredOn(task -> task.getCategory().equals("decision"))
        .allSatisfy(task ->
            assertThat(task.getBoundaryEvents())
                .filteredOn(
                    event -> event.getEventDefinitions().getFirst() instanceof TimerEventDefinition)
                .hasSizeGreaterThanOrEqualTo(2)
                .noneMatch(BoundaryEvent::isCancelActivity));
  }

  @ParameterizedTest
  @MethodSource("files")
  void expressionsNameOnlyBeansOfTheProcesssOwnModule(ProcessFile file) {
    String module = file.model().getTargetNamespace();
    Path folder = Path.of("src/main/java", module.split("\\."));
    assertThat(folder).isDirectory();
    List<String> sources =
        SourceFile.below("src/main/java").stream()
            .filter(source -> source.path().startsWith(folder))
            .map(SourceFile::text)
            .toList();
    assertThat(BEAN.matcher(file.text()).results().map((MatchResult found) -> found.group(1)))
        .isNotEmpty()
        .allSatisfy(bean ->
            assertThat(sources).anyMatch(text -> text.contains("@Component(\"" + bean + "\")")));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aTestGoesEveryWay(ProcessFile file) {
    String check = "WaysTaken.areAllOf(\"" + file.model().getMainProcess().getId() + "\"";
    assertThat(SourceFile.below("src/test/java")).anyMatch(test -> test.text().contains(check));
  }

  @ParameterizedTest
  @MethodSource("files")
  void anExclusiveGatewayAlwaysFindsAWayOn(ProcessFile file) {
    assertThat(file.all(ExclusiveGateway.class))
        .allSatisfy(gateway -> {
          assertThat(gateway.getName()).isNotBlank();
          assertThat(gateway.getDefaultFlow()).as(gateway.getId()).isNotNull();
          assertThat(gateway.getOutgoingFlows())
              .filteredOn(flow -> !flow.getId().equals(gateway.getDefaultFlow()))
              .noneMatch(flow -> flow.getConditionExpression() == null);
        });
  }

  @ParameterizedTest
  @MethodSource("files")
  void everythingIsDrawnAndNothingLiesOnAnythingElse(ProcessFile file) {
    Map<String, Rectangle2D> drawn = new TreeMap<>();
    for (FlowNode node : file.all(FlowNode.class)) {
      assertThat(file.model().getGraphicInfo(node.getId())).as(node.getId()).isNotNull();
      if (!(node instanceof SubProcess)) {
        drawn.put(node.getId(), file.bounds(node.getId()));
      }
      if (node.getSubProcess() != null) {
        assertThat(file.bounds(node.getSubProcess().getId()).contains(file.bounds(node.getId())))
            .as(node.getId() + " lies inside its frame")
            .isTrue();
      }
    }
    file.model()
        .getLabelLocationMap()
        .forEach((id, at) -> drawn.put("label of " + id, rectangle(at)));
    List<String> overlaps = new ArrayList<>();
    drawn.forEach((one, a) ->
        drawn.forEach((other, b) -> {
          if (one.compareTo(other) < 0 && a.intersects(b) && !isOnBorder(file, one, other)) {
            overlaps.add(one + " and " + other);
          }
        }));
    assertThat(overlaps).isEmpty();
  }

  private static boolean isOnBorder(ProcessFile file, String one, String other) {
    return Stream.of(one, other)
        .map(id -> file.model().getFlowElement(id))
        .anyMatch(element ->
            element instanceof BoundaryEvent event
                && List.of(one, other).contains(event.getAttachedToRefId()));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyWayGoesFromBorderToBorderAndAroundWhatLiesBetween(ProcessFile file) {
    for (SequenceFlow flow : file.all(SequenceFlow.class)) {
      List<GraphicInfo> points = file.model().getFlowLocationGraphicInfo(flow.getId());
      assertThat(points).as(flow.getId()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(touches(file.bounds(flow.getSourceRef()), points.getFirst()))
          .as(flow.getId())
          .isTrue();
      assertThat(touches(file.bounds(flow.getTargetRef()), points.getLast()))
          .as(flow.getId())
          .isTrue();
      for (FlowNode node : file.all(FlowNode.class)) {
        if (!(node instanceof SubProcess)
            && !List.of(flow.getSourceRef(), flow.getTargetRef()).contains(node.getId())
            && !isAttached(node, flow.getSourceRef())) {
          assertThat(crosses(points, file.bounds(node.getId())))
              .as(flow.getId() + " through " + node.getId())
              .isFalse();
        }
      }
      file.model()
          .getLabelLocationMap()
          .forEach((id, at) ->
              assertThat(crosses(points, rectangle(at)))
                  .as(flow.getId() + " through the label of " + id)
                  .isFalse());
    }
  }

  private static boolean isAttached(FlowNode node, String source) {
    return node instanceof Activity activity
        && activity.getBoundaryEvents().stream().anyMatch(event -> event.getId().equals(source));
  }

  private static boolean crosses(List<GraphicInfo> points, Rectangle2D shape) {
    for (int i = 1; i < points.size(); i++) {
      if (new Line2D.Double(
              points.get(i - 1).getX(),
              points.get(i - 1).getY(),
              points.get(i).getX(),
              points.get(i).getY())
          .intersects(shape)) {
        return true;
      }
    }
    return false;
  }

  private static boolean touches(Rectangle2D shape, GraphicInfo point) {
    Rectangle2D around =
        new Rectangle2D.Double(
            shape.getX() - 1, shape.getY() - 1, shape.getWidth() + 2, shape.getHeight() + 2);
    Rectangle2D inside =
        new Rectangle2D.Double(
            shape.getX() + 1, shape.getY() + 1, shape.getWidth() - 2, shape.getHeight() - 2);
    return around.contains(point.getX(), point.getY())
        && !inside.contains(point.getX(), point.getY());
  }

  private static Rectangle2D rectangle(GraphicInfo at) {
    return new Rectangle2D.Double(at.getX(), at.getY(), at.getWidth(), at.getHeight());
  }
}
