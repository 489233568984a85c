import Details from 'shell/details';
import EmbeddedDashboard from 'shell/embeddedDashboard';
import FieldSection from 'shell/fieldSection';
import Highlights from 'shell/highlights';
import RelatedList from 'shell/relatedList';
import RichText from 'shell/richText';
import Tabs from 'shell/tabs';

/** The platform's page components that the shell has of its own. */
export const OWN = {
  'desktopDashboards:embeddedDashboard': EmbeddedDashboard,
  'flexipage:fieldSection': FieldSection,
  'flexipage:richText': RichText,
  'flexipage:tabset': Tabs,
  'flexipage:tabset2': Tabs,
  'force:detailPanel': Details,
  'force:highlightsPanel': Highlights,
  'force:relatedListSingleContainer': RelatedList,
  'lst:dynamicRelatedList': RelatedList,
};
