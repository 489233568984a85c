describe('c/permissions', () => {
  afterEach(() => {
    jest.resetModules();
  });

  test('is what the platform grants', () => {
    jest.doMock('@salesforce/customPermission/Groundwork_Decide', () => ({ default: undefined }), { virtual: true });
    jest.doMock('@salesforce/customPermission/Groundwork_Triage', () => ({ default: true }), { virtual: true });

    expect(require('c/permissions').PERMISSIONS).toMatchObject({ decide: false, triage: true });
  });
});
