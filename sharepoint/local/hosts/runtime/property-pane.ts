/** Name of the module with the public Fluent packages (`client/fluent.ts`). */
export const FLUENT = 'host-fluent';

const v9 = ['button', 'menu', 'field', 'infolabel', 'tooltip', 'combobox', 'label'].map((name) => `@msinternal/sp-fluentui-v9-react-${name}-bundle`);
const v8 = ['button', 'label', 'tooltip'].map((name) => `@msinternal/sp-fluentui-migration-${name}-bundle`);

/**
 * Bodies for the Microsoft-internal modules that the real property pane (`sp-property-pane`) loads, over public Fluent packages
 * (`d0`) and react-dom (`d1`). The names exported are those its files use; any other is `undefined`, so that a new version fails visibly.
 */
export const propertyPaneBodies: Readonly<Record<string, string>> = {
  '@ms/office-ui-fabric-react-bundle': `
    function autobind(target,key,descriptor){var method=descriptor.value;return{configurable:true,
      get:function(){var bound=method.bind(this);Object.defineProperty(this,key,{value:bound,configurable:true,writable:true});return bound},
      set:function(value){Object.defineProperty(this,key,{value:value,configurable:true,writable:true})}}}
    function omit(from,keys){var rest={};for(var key in from)if(keys.indexOf(key)<0)rest[key]=from[key];return rest}
    return Object.assign({autobind:autobind,omit:omit,IconType:{default:0,image:1,Default:100000,Image:100001},
      SpinnerType:{normal:0,large:1},workaround_Icon:d0.v8.Icon},d0.v8);`,
  ...Object.fromEntries(v8.map((name) => [name, 'return d0.v8;'])),
  ...Object.fromEntries(v9.map((name) => [name, 'return d0.v9;'])),
  '@msinternal/sp-fluentui-migration-reactdom-render-bundle': 'return d1;',
  '@msinternal/sp-fluentui-v9-utilities-bundle': 'return Object.assign({},d0.v9,d0.griffel,d0.tabster);',
  '@msinternal/sp-heading-level': 'return {_DEFAULT_HEADING_LEVEL:2,_HeadingLevel:{H2:2,H3:3,H4:4}};',
  // Microsoft's newer pane is part of its page chrome; as long as that never mounts, web parts get the classic one.
  '@msinternal/sp-pages-content-panel-context': `
    var none=function(){return function(){}},context={subscriberContext:undefined,stateContext:undefined,
      waitForContext:new Promise(function(){}),addOnMountListener:none,addOnUpdateListener:none};
    return {SPPagesContentPanelProviderContext:{getInstance:function(){return context}},SPPagesContentPanelPivot:{},
      SPPagesContentPanelCommandId:{},SPPagesContentPanelQOSScenarios:{},getQOSName:function(a,b){return a+'.'+b},
      monitorChunkLoad:function(name,promise){return promise}};`,
  '@msinternal/sp-component-utilities':
    "return {FAB_TOGGLE_EVT:'fabToggle',ReadingMode:{},SortableLoader:{},getTimestampForGettyContent:function(){return ''}};",
  '@msinternal/odsp-utilities-bundle': `return {StringHelper:{format:function(text){var values=arguments;
    return text.replace(/\\{(\\d+)\\}/g,function(whole,index){return values[+index+1]})}}};`,
  '@msinternal/odsp-core-bundle': `
    function CustomError(options){var error=new Error(String(options&&options.message));Object.assign(error,options);return error}
    function Event(){} Event.prototype={addEvent:function(){},removeEvent:function(){},start:function(){},end:function(){},logData:function(){}};
    return {CustomError:CustomError,markPrivacyData:function(x){return x},KillSwitch:{isActivated:function(){return false}},
      FeatureOverrides:{isFeatureEnabled:function(){return false}},OdspErrorHelper:{},PairedEventBase:Event,SingleEventBase:Event,
      Engagement:{logData:function(){}}};`
};
