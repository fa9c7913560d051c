import type { Template } from './evaluate.js';

/** The form that makes its resource group first; everything else is the same, so nobody has to mend a fault twice. */
export function inNewGroup(template: Template, name: string): object {
  const passed = Object.fromEntries(
    Object.keys(template.parameters).map((key) => [key, { value: `[parameters('${key}')]` }]),
  );
  const about = (description: string) => ({ type: 'string', metadata: { description } });
  return {
    $schema: 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: {
      groupName: about('The name of the new resource group.'),
      groupLocation: about('The region of the new resource group.'),
      ...template.parameters,
    },
    resources: [
      {
        type: 'Microsoft.Resources/resourceGroups',
        apiVersion: '2024-03-01',
        name: "[parameters('groupName')]",
        location: "[parameters('groupLocation')]",
      },
      {
        type: 'Microsoft.Resources/deployments',
        apiVersion: '2024-03-01',
        name,
        resourceGroup: "[parameters('groupName')]",
        dependsOn: ["[subscriptionResourceId('Microsoft.Resources/resourceGroups', parameters('groupName'))]"],
        properties: {
          mode: 'Incremental',
          expressionEvaluationOptions: { scope: 'inner' },
          parameters: passed,
          template,
        },
      },
    ],
    outputs: Object.fromEntries(
      Object.keys(template.outputs ?? {}).map((key) => [
        key,
        { type: 'string', value: `[reference('${name}').outputs.${key}.value]` },
      ]),
    ),
  };
}
